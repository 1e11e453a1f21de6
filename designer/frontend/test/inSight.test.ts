import { expect, test } from "vitest";
import { translator } from "../src/canvas/base/words";
import { addState } from "../src/canvas/client/intents/addState";
import { flowEdges } from "../src/canvas/flow/edges";
import { type Drawn, drawnInSight } from "../src/canvas/flow/inSight";
import { flowNodes, merged } from "../src/canvas/flow/nodes";
import type { AddState, View } from "../src/canvas/protocol/protocol.gen";
import { sample, state } from "./sample";

const words = translator("en");
const SIGHT = { x: -200, y: 0, width: 1000, height: 1000 };
const NEW: AddState = {
  kind: "add-state",
  uid: "new",
  template: "Pass",
  name: "New",
  scope: "",
  x: 0,
  y: 0,
  after: "S4",
  edge: null,
  way: null,
};

function column(count: number): View {
  const names = Array.from({ length: count }, (_, index) => `S${index}`);
  const view = sample(
    names,
    names.slice(1).map((name, index) => `${names[index]} next ${name}`),
  );
  for (const [index, name] of names.entries()) view.nodes[name] = state(name, index);
  return view;
}

function drawn(view: View, now: Drawn = { nodes: [], edges: [] }): Drawn {
  const nodes = merged(now.nodes, flowNodes(view, "engineering", words), null);
  return { nodes, edges: flowEdges(view, "engineering", words, now.edges) };
}

test("of 300 states that move down for a new one, only those in sight are drawn before its picture", () => {
  const view = column(300);
  const now = drawn(view);
  const next = drawn(addState(view, NEW), now);
  const first = drawnInSight(now, next, SIGHT);
  const anew = <Item>(all: Item[], before: Item[]) => all.filter((item) => !before.includes(item)).length;
  expect(anew(next.nodes, now.nodes)).toBeGreaterThan(290);
  expect(anew(first.nodes, now.nodes)).toBeLessThan(12);
  expect(anew(first.edges, now.edges)).toBeLessThan(12);
  expect(first.nodes.map(({ id }) => id)).toEqual(next.nodes.map(({ id }) => id));
  expect(first.nodes.find(({ id }) => id === "new")).toBe(next.nodes.find(({ id }) => id === "new"));
});

test("states that are gone, or selected out of sight, are not waited for", () => {
  const view = column(30);
  const now = drawn(view);
  const nodes = now.nodes
    .filter(({ id }) => id !== "S29")
    .map((node) => (node.id === "S28" ? { ...node, selected: true } : node));
  expect(drawnInSight(now, { ...now, nodes }, SIGHT).nodes).toEqual(nodes);
});

test("a state that comes into sight, or leaves it, moves at once", () => {
  const view = column(30);
  const now = drawn(view);
  const moved: View = {
    ...view,
    nodes: { ...view.nodes, S0: state("S0", 28), S28: state("S28", 0), S20: state("S20", 21) },
  };
  const next = drawn(moved, now);
  const first = drawnInSight(now, next, SIGHT);
  const place = (all: Drawn, id: string) => all.nodes.find((node) => node.id === id)?.position.y;
  expect([place(first, "S0"), place(first, "S28"), place(first, "S20")]).toEqual([
    place(next, "S0"),
    place(next, "S28"),
    place(now, "S20"),
  ]);
});
