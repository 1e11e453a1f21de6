import { expect, test } from "vitest";
import { bounds, crosses, grownBy, overlap, type Rect } from "../src/canvas/routing/geometry";
import { LABEL_HEIGHT, labelWidth, placeLabel } from "../src/canvas/routing/labels";
import { segments } from "../src/canvas/routing/path";
import { route } from "../src/canvas/routing/route";
import { routedEdges } from "../src/canvas/routing/routedEdges";
import { Layer } from "../src/canvas/routing/surroundings";
import { sample, state } from "./sample";

const at = (x: number, y: number): Rect => ({ x, y, width: 220, height: 64 });
const inner = ({ x, y, width, height }: Rect): Rect => ({
  x: x + 1,
  y: y + 1,
  width: width - 2,
  height: height - 2,
});
const above = { kind: "next", source: at(0, 0), target: at(0, 200), shift: 0, aside: 0 } as const;

test("between states one above the other the arrow is straight", () => {
  expect(route(above, [])).toEqual([
    { x: 110, y: 64 },
    { x: 110, y: 200 },
  ]);
});

test.each([
  ["down past one", { ...above, target: at(0, 400) }, [at(0, 160)]],
  ["down past two", { ...above, target: at(0, 600) }, [at(0, 160), at(60, 320)]],
  ["back up", { ...above, source: at(0, 400), target: at(0, 0) }, [at(0, 200)]],
  ["across", { ...above, target: at(600, 0) }, [at(300, 0)]],
  ["caught, to the left", { ...above, kind: "catch" as const, target: at(-400, 300) }, [at(0, 160)]],
  [
    "caught, shut in at the right",
    { ...above, kind: "catch" as const, target: at(260, 600) },
    [at(268, 0), { x: -40, y: 140, width: 400, height: 300 }],
  ],
])("an arrow %s crosses no state", (_name, ends, obstacles) => {
  const path = route(ends, obstacles);
  for (const [from, to] of segments(path)) {
    for (const rect of [...obstacles, ends.source, ends.target]) {
      expect(crosses(from, to, inner(rect))).toBe(false);
    }
  }
});

test("a catch leaves at the right", () => {
  expect(route({ ...above, kind: "catch" }, [])[0]).toEqual({ x: 220, y: 32 });
});

test("a label covers neither a state nor another label", () => {
  const layer = new Layer();
  const view = sample(["A", "B"]);
  const states = [above.source, above.target];
  for (const [index, id] of ["A", "B"].entries()) layer.addNode(view, id, states[index] as Rect);
  const around = {
    layers: [layer],
    frame: undefined,
    holders: new Set<string>(),
    leaving: new Set<Rect>(),
  };
  placeLabel(route(above, []), labelWidth("合計 ≥ 100,000"), around);
  placeLabel(route(above, []), labelWidth("在庫なし"), around);
  const found = [...layer.labels.within({ x: -500, y: -500, width: 2000, height: 2000 })];
  expect(found).toHaveLength(2);
  expect(overlap(found[0] as Rect, found[1] as Rect)).toBe(false);
  for (const state of states) for (const label of found) expect(overlap(label, state)).toBe(false);
});

test("rules that lead to the same state keep apart, and so do their labels", () => {
  const view = sample(["Ask", "Yes"], ["Ask choice Yes", "Ask choice Yes"]);
  view.nodes.Yes = state("Yes", 0, { y: 152 });
  for (const edge of Object.values(view.edges)) edge.engineering = "total ≥ 100,000";
  const [one, other] = routedEdges(view, "otherwise");
  expect(one?.path[0]?.x).not.toEqual(other?.path[0]?.x);
  expect(Math.abs((one?.place?.y ?? 0) - (other?.place?.y ?? 0))).toBeGreaterThanOrEqual(LABEL_HEIGHT);
});

test("errors that lead from one state to another and back meet nowhere, nor do their labels", () => {
  const view = sample(["Tell", "Wait"], ["Wait catch Tell", "Tell catch Wait"]);
  view.nodes.Wait = state("Wait", 0, { y: 152 });
  for (const edge of Object.values(view.edges)) edge.engineering = "States.Timeout";
  const [up, down] = routedEdges(view, "");
  for (const [from, to] of segments(down?.path ?? []))
    for (const other of segments(up?.path ?? []))
      expect(crosses(from, to, grownBy(bounds(other), 3))).toBe(false);
  expect(Math.abs((up?.place?.y ?? 0) - (down?.place?.y ?? 0))).toBeGreaterThanOrEqual(LABEL_HEIGHT);
});

test("an error that leads to the state beside does not run along one that leads past it", () => {
  const view = sample(["A", "B", "C"], ["A catch B", "A catch C"]);
  view.nodes.B = state("B", 0, { x: 268, y: 152 });
  view.nodes.C = state("C", 0, { x: 0, y: 304 });
  const [beside, past] = routedEdges(view, "");
  expect(beside?.path[1]?.x).toBeGreaterThan(past?.path[1]?.x ?? Number.POSITIVE_INFINITY);
});

test("where one state moves, the arrows that lead elsewhere stay the same values", () => {
  const names = ["A", "B", "C", "D", "E", "F"];
  const view = sample(names, ["A next B", "B next C", "C next D", "D next E", "E catch F"]);
  const before = routedEdges(view, "");
  const moved = { ...view, nodes: { ...view.nodes, A: { ...state("A"), x: 40 } } };
  const after = routedEdges(moved, "", before);
  expect(after.map((arrow, index) => arrow === before[index])).toEqual([false, false, true, true, true]);
  expect(after.map(({ path, place }) => ({ path, place }))).toEqual(
    routedEdges(moved, "").map(({ path, place }) => ({ path, place })),
  );
});
