import { expect, test } from "vitest";
import { continuations, startOf, usualPath } from "../src/canvas/features/presenting/tour";
import type { View } from "../src/canvas/protocol/protocol.gen";
import { sample, state } from "./sample";

/** The choices on from a state, written "id target". */
function choices(view: View, id: string): string[] {
  return continuations(view, id).map((continuation) => `${continuation.id} ${continuation.target}`);
}

function edge(view: View, source: string, kind: "start" | "next", target: string): void {
  const id = `${source}:${kind}:`;
  view.edges[id] = {
    id,
    kind,
    source,
    target,
    business: "",
    engineering: "",
    catches_all: false,
    markers: [],
  };
}

test("the usual continuation comes first, errors last", () => {
  const view = sample(["A", "B", "C"], ["start start A", "A catch C", "A next B"]);
  expect(startOf(view)).toBe("A");
  expect(continuations(view, "A").map(({ target }) => target)).toEqual(["B", "C"]);
});

test("a Choice offers all of its rules", () => {
  const view = sample(["A", "B", "C", "D"], ["A choice B", "A choice C", "A default D"]);
  expect(continuations(view, "A").map(({ target }) => target)).toEqual(["B", "C", "D"]);
});

test("the tour enters a Map, and leads from its end to the state after it", () => {
  const view = sample(["M", "After"], ["start start M", "M next After"]);
  view.nodes.M = state("M", 0, { type: "Map" });
  view.nodes.In = state("In", 0, { parent: "M" });
  edge(view, "M", "start", "In");
  expect(choices(view, "M")).toEqual(["M In", "M:next: After"]);
  expect(choices(view, "In")).toEqual(["M:next: After"]);
});

test("the branches of a Parallel are passed one after the other", () => {
  const view = sample(["P", "After"], ["start start P", "P next After"]);
  view.nodes.P = state("P", 0, { type: "Parallel" });
  for (const [branch, inner] of ["L", "R"].entries()) {
    view.nodes[`P/${branch}`] = state(`P/${branch}`, 0, { type: "Branch", parent: "P" });
    view.nodes[inner] = state(inner, 0, { parent: `P/${branch}` });
    edge(view, `P/${branch}`, "start", inner);
  }
  expect(usualPath(view, "P")).toEqual(["L", "R", "After"]);
});

test("a circle is passed once", () => {
  const view = sample(["A", "B"], ["start start A", "A next B", "B next A"]);
  expect(usualPath(view, "A")).toEqual(["B"]);
});

test("a state without edges ends the tour, and so does an unknown id", () => {
  expect(choices(sample(["A"]), "A")).toEqual([]);
  expect(choices(sample(["A"]), "gone")).toEqual([]);
  expect(startOf(sample([]))).toBeUndefined();
});
