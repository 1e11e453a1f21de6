import { expect, test } from "vitest";
import { around, foldedView, isFolded, placeOf } from "../src/canvas/model/folding";
import { arrows, sample, state } from "./sample";

const problem = { code: "no-transition", severity: "error" as const, message: "" };
const view = {
  ...sample(["A", "In", "B"], ["start start A", "A next Each", "Each next B", "In next Last"]),
  nodes: {
    A: state("A", 0),
    Each: state("Each", 1, { type: "Map", width: 320, height: 300 }),
    In: state("In", 0, { parent: "Each" }),
    Last: state("Last", 1, { parent: "Each", markers: [problem] }),
    B: state("B", 4),
  },
};

test("nothing folded is the same view", () => {
  expect(foldedView(view, new Set())).toBe(view);
  expect(foldedView(view, new Set(["gone"]))).toBe(view);
});

test("a folded container is a card: it counts its states, shows their problems, and keeps its arrows", () => {
  const folded = foldedView(view, new Set(["Each"]));
  expect(Object.keys(folded.nodes)).toEqual(["A", "Each", "B"]);
  expect(folded.nodes.Each).toMatchObject({ inner: 2, width: 220, height: 64, markers: [problem] });
  expect(arrows(folded)).toEqual(["A next Each", "Each next B", "start start A"]);
});

test("only it changes, and its own place is not forgotten", () => {
  const folded = foldedView(view, new Set(["Each"]));
  expect(folded.nodes.A).toBe(view.nodes.A);
  const each = folded.nodes.Each;
  expect(each && isFolded(each) && placeOf(each)).toEqual({ x: 0, y: 120 });
});

test("what is around a state, from the inside out", () => {
  expect(around(view, "In")).toEqual(["Each"]);
  expect(around(view, "A")).toEqual([]);
});
