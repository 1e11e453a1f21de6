import { expect, test } from "vitest";
import { apply } from "../src/canvas/client/intents";
import type { AddState } from "../src/canvas/protocol/protocol.gen";
import { PADDING } from "../src/canvas/protocol/states.gen";
import { arrows, sample, state } from "./sample";

const LINE = sample(["A", "B", "C"], ["start start A", "A next B", "B next C"]);

function adding(more: Partial<AddState>): AddState {
  return {
    kind: "add-state",
    uid: "N",
    name: "New",
    template: "Pass",
    scope: "",
    x: 0,
    y: 0,
    edge: null,
    after: null,
    way: null,
    ...more,
  };
}

test("the first state of a scope is its start", () => {
  expect(arrows(apply(sample([]), adding({})))).toEqual(["start start N"]);
});

test("a state put into an arrow goes on to where the arrow went", () => {
  expect(arrows(apply(LINE, adding({ edge: "A:next:" })))).toEqual([
    "A next N",
    "B next C",
    "N next B",
    "start start A",
  ]);
});

test("a Choice put into an arrow goes on by its default", () => {
  const view = apply(LINE, adding({ edge: "A:next:", template: "Choice" }));
  expect(arrows(view)).toContain("N default B");
});

test("a state put between others makes room", () => {
  const view = apply(LINE, adding({ after: "A", y: 112 }));
  expect(view.nodes.B?.y).toBeGreaterThanOrEqual((view.nodes.N?.y ?? 0) + 64);
  expect(view.nodes.A?.y).toBe(0);
});

test("a state put where its successor stands does not hide it", () => {
  const view = apply(LINE, adding({ after: "A", y: 120 }));
  expect(view.nodes.N?.y).toBe(120);
  expect(view.nodes.B?.y).toBeGreaterThanOrEqual(120 + 64);
  expect((view.nodes.C?.y ?? 0) - (view.nodes.B?.y ?? 0)).toBe(120);
});

test("a new Parallel has two branches", () => {
  const view = apply(sample([]), adding({ template: "Parallel" }));
  expect(Object.keys(view.nodes)).toEqual(["N", "N/0", "N/1"]);
  expect(view.nodes.N?.width).toBeGreaterThan(2 * (view.nodes["N/0"]?.width ?? 0));
});

test("a state that is there already is not added again", () => {
  const view = apply(LINE, adding({}));
  expect(apply(view, adding({}))).toBe(view);
});

test("deleting heals", () => {
  const view = apply(LINE, { kind: "delete", states: ["B"], edges: [] });
  expect(arrows(view)).toEqual(["A next C", "start start A"]);
});

test("deleting several in a row heals across them", () => {
  const line = sample(["A", "B", "C", "D"], ["A next B", "B next C", "C next D"]);
  expect(arrows(apply(line, { kind: "delete", states: ["B", "C"], edges: [] }))).toEqual(["A next D"]);
});

test("a state whose successor was deleted ends the flow", () => {
  const view = apply(LINE, { kind: "delete", states: ["C"], edges: [] });
  expect(view.nodes.B?.terminal).toBe(true);
});

test("deleting a container takes what is in it", () => {
  const view = sample(["A"]);
  view.nodes.A = state("A", 0, { type: "Map" });
  view.nodes.B = state("B", 0, { parent: "A" });
  expect(apply(view, { kind: "delete", states: ["A"], edges: [] }).nodes).toEqual({});
});

test("rules are counted anew when one is deleted", () => {
  const view = sample(["A", "B", "C"], ["A choice B", "A choice C"]);
  const after = apply(view, { kind: "delete", states: [], edges: ["A:choice:0"] });
  expect(Object.keys(after.edges)).toEqual(["A:choice:0"]);
  expect(after.edges["A:choice:0"]?.target).toBe("C");
});

test("a new next takes the place of the old one", () => {
  const view = apply(LINE, { kind: "connect", edge: "next", source: "A", target: "C" });
  expect(arrows(view)).toEqual(["A next C", "B next C", "start start A"]);
});

test("a new rule comes after the others", () => {
  const view = sample(["A", "B", "C"], ["A choice B"]);
  const after = apply(view, { kind: "connect", edge: "choice", source: "A", target: "C" });
  expect(after.edges["A:choice:1"]?.target).toBe("C");
});

test("a container grows with what is moved in it", () => {
  const view = sample(["A"]);
  view.nodes.A = state("A", 0, { type: "Map", width: 300, height: 200 });
  view.nodes.B = state("B", 0, { parent: "A" });
  const after = apply(view, { kind: "move-states", places: [{ uid: "B", x: 200, y: 300 }] });
  expect(after.nodes.A).toMatchObject({ width: 420 + PADDING, height: 364 + PADDING });
});

test("the branches after a deleted one are counted anew", () => {
  const view = sample(["P", "A", "B"], []);
  view.nodes.P = state("P", 0, { type: "Parallel" });
  view.nodes["P/0"] = state("P/0", 0, { type: "Branch", parent: "P" });
  view.nodes["P/1"] = state("P/1", 0, { type: "Branch", parent: "P" });
  view.nodes.A = state("A", 0, { parent: "P/0" });
  view.nodes.B = state("B", 0, { parent: "P/1" });
  const after = apply(view, { kind: "delete", states: ["P/0"], edges: [] });
  expect(Object.keys(after.nodes).sort()).toEqual(["B", "P", "P/0"]);
  expect(after.nodes.B?.parent).toBe("P/0");
});

test("a state moved into a container leaves its scope healed", () => {
  const view = sample(["A", "B", "C", "M"], ["start start A", "A next B", "B next C"]);
  view.nodes.M = state("M", 0, { type: "Map" });
  const after = apply(view, {
    kind: "move-to-scope",
    places: [{ uid: "B", x: 24, y: 96 }],
    scope: "M",
    edge: null,
    after: null,
  });
  expect(arrows(after)).toEqual(["A next C", "start start A", "start start B"]);
  expect(after.nodes.B).toMatchObject({ parent: "M", x: PADDING, y: 96, terminal: true });
});

test("a new state at the end of a new arrow takes nobody's place", () => {
  const after = apply(LINE, adding({ after: "A", way: "next" }));
  expect(arrows(after)).toEqual(["A next N", "B next C", "start start A"]);
});

test("the first state after a Choice is its first rule", () => {
  const view = sample(["A"], ["start start A"]);
  view.nodes.A = state("A", 0, { type: "Choice", height: 80 });
  expect(arrows(apply(view, adding({ after: "A", y: 128 })))).toEqual(["A choice N", "start start A"]);
});

test("what a container grows over moves down, and so does what stands below that", () => {
  const view = sample(["M", "B", "C"], []);
  view.nodes.M = state("M", 0, { type: "Map", width: 284, height: 192 });
  view.nodes.A = state("A", 0, { parent: "M", x: 32, y: 96 });
  view.nodes.B = state("B", 0, { y: 240 });
  view.nodes.C = state("C", 0, { y: 400 });
  const after = apply(view, adding({ scope: "M", after: "A", x: 32, y: 208 }));
  expect(after.nodes.M).toMatchObject({ height: 304 });
  expect([after.nodes.B?.y, after.nodes.C?.y]).toEqual([352, 512]);
});

test("a note under a state that is added moves to a free place", () => {
  const view = sample(["A"], ["start start A"]);
  view.notes = { "note:n": { id: "note:n", text: "", x: 0, y: 130 } };
  const after = apply(view, adding({ after: "A", y: 112 }));
  expect(after.nodes.N?.y).toBe(112);
  expect(after.notes["note:n"]).toMatchObject({ x: 0, y: 224 });
});
