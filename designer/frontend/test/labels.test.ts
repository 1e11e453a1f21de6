import { expect, test } from "vitest";
import type { View } from "../src/canvas/protocol/protocol.gen";
import { bounds, isWithin, overlap, type Point, type Rect, rectangles } from "../src/canvas/routing/geometry";
import { boxAt } from "../src/canvas/routing/labels";
import { startDrag } from "../src/canvas/routing/moving";
import { segments } from "../src/canvas/routing/path";
import { type RoutedEdge, routedEdges } from "../src/canvas/routing/routedEdges";
import { headOf } from "../src/canvas/routing/surroundings";
import { sample, state } from "./sample";

const WORDS = ["在庫なし", "total ≥ 100,000", "DynamoDB.ConditionalCheckFailedException", "x"];
const KINDS = ["next", "choice", "choice", "catch", "catch"];
const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Numbers from 0 to 1, the same for each seed. */
function random(seed: number): () => number {
  let last = seed;
  return () => {
    last = (last * 48271) % 2147483647;
    return last / 2147483647;
  };
}

/** States in a loose or narrow grid, some of them in a container, with any edges between them. */
function crowded(seed: number): View {
  const next = random(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item;
  const count = 4 + Math.floor(next() * 8);
  const names = Array.from({ length: count }, (_, index) => `S${index}`);
  const gap = pick([6, 24, 60]);
  const edges = names.flatMap((name) =>
    Array.from({ length: 1 + Math.floor(next() * 4) }, () => `${name} ${pick(KINDS)} ${pick(names)}`),
  );
  const inner = ["I0", "I1"];
  const view = sample([...names, "M", ...inner], [...edges, "I0 catch I1", "M catch S0", "I1 choice I0"]);
  for (const [index, name] of names.entries()) {
    const [x, y] = [(index % 3) * (220 + gap), Math.floor(index / 3) * (64 + gap)];
    view.nodes[name] = state(name, 0, { x, y, type: pick(["Task", "Choice"]), terminal: next() < 0.2 });
  }
  view.nodes.M = state("M", 0, { type: "Map", x: 900, y: 0, width: 284, height: 340 });
  for (const [index, name] of inner.entries())
    view.nodes[name] = state(name, 0, { parent: "M", x: 32, y: 96 + index * (64 + gap) });
  for (const edge of Object.values(view.edges)) edge.engineering = edge.kind === "next" ? "" : pick(WORDS);
  return view;
}

/** Everything that labels cover, in words. */
function covered(view: View, rects: Map<string, Rect>, all: RoutedEdge[]): string[] {
  const labels = all.flatMap(({ edge, place, width }) => (place ? [{ edge, box: boxAt(place, width) }] : []));
  const states = [...rects].map(([id, rect]) => ({ id, rect }));
  return labels.flatMap(({ edge, box }, index) => [
    ...states
      .filter(({ id, rect }) => overlap(rect, box) && id !== view.nodes[edge.target]?.parent)
      .map(({ id }) => `${edge.id} covers ${id}`),
    ...all
      .filter(({ path }) => overlap(headOf(path), box))
      .map((other) => `${edge.id} covers ${other.edge.id}`),
    ...labels
      .slice(index + 1)
      .flatMap((other) => (overlap(other.box, box) ? [`${edge.id} ${other.edge.id}`] : [])),
  ]);
}

test.each(SEEDS)("labels cover no state, arrowhead or other label, however close all is (%i)", (seed) => {
  const view = crowded(seed);
  expect(covered(view, rectangles(view), routedEdges(view, ""))).toEqual([]);
});

test.each(SEEDS)("nor do they at any step of a drag, which ends as it is drawn then (%i)", (seed) => {
  const view = crowded(seed);
  const all = routedEdges(view, "");
  const id = ["S1", "M", "S0"][seed % 3] as string;
  const from = rectangles(view).get(id) as Rect;
  const drag = startDrag(view, all, [id]);
  for (const step of [0, 1, 2, 3, 4, 5]) {
    const corner: Point = { x: from.x + step * 97 - 200, y: from.y + step * 41 };
    const meanwhile = drag.routes(new Map([[id, corner]]));
    const now = {
      ...view,
      nodes: { ...view.nodes, [id]: { ...(view.nodes[id] as View["nodes"][string]), ...corner } },
    };
    const shown = all.map((routed) => meanwhile.get(routed.edge.id) ?? routed);
    expect(covered(now, rectangles(now), shown)).toEqual([]);
  }
});

test("an edge in a container moves with it as it is", () => {
  const view = crowded(1);
  const all = routedEdges(view, "");
  const from = rectangles(view).get("M") as Rect;
  const meanwhile = startDrag(view, all, ["M"]).routes(new Map([["M", { x: from.x + 10, y: from.y - 20 }]]));
  for (const { edge, path } of all.filter(({ edge }) => edge.source === "I0"))
    expect(meanwhile.get(edge.id)?.path).toEqual(path.map(({ x, y }) => ({ x: x + 10, y: y - 20 })));
});

test("a drag that is back where it began changes nothing", () => {
  const view = crowded(2);
  const { x, y } = rectangles(view).get("S0") as Rect;
  expect(startDrag(view, routedEdges(view, ""), ["S0"]).routes(new Map([["S0", { x, y }]])).size).toBe(0);
});

test("errors that lead to different states share no line", () => {
  const view = sample(["A", "B", "C", "X", "Y"], ["A catch X", "B catch Y", "C catch X", "A catch Y"]);
  for (const [index, id] of ["X", "Y"].entries()) view.nodes[id] = state(id, 0, { x: 300 * index, y: 900 });
  const found = routedEdges(view, "");
  for (const [index, one] of found.entries())
    for (const other of found.slice(index + 1).filter(({ edge }) => edge.target !== one.edge.target))
      for (const line of segments(one.path))
        for (const along of segments(other.path)) expect(shared(line, along)).toBeLessThan(8);
});

test("a label without room on or beside its edge has a leader", () => {
  const around = [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].map((across) => ({ x: across * 222, y: down * 88 })),
  );
  const names = around.map((_, index) => `S${index}`);
  const view = sample(names, ["S4 default S7"]);
  for (const [index, name] of names.entries()) view.nodes[name] = state(name, 0, around[index]);
  for (const edge of Object.values(view.edges)) edge.engineering = "States.Timeout";
  const [routed] = routedEdges(view, "");
  expect(routed?.leader).not.toBeNull();
  expect(
    isWithin(bounds(routed?.leader ?? []), bounds([...(routed?.path ?? []), ...(routed?.leader ?? [])])),
  ).toBe(true);
});

test("a problem makes a label wider, and never sticks out", () => {
  const view = sample(["A", "B"], ["A catch B"]);
  const [edge] = Object.values(view.edges);
  if (!edge) throw new Error("no edge");
  edge.engineering = "在庫なし";
  const [plain] = routedEdges(view, "");
  edge.markers = [{ code: "x", severity: "error", message: "x" }];
  const [marked] = routedEdges(view, "");
  expect(marked?.width).toBeGreaterThan(plain?.width ?? 0);
});

/** The length of the line that both segments share. */
function shared([a, b]: [Point, Point], [c, d]: [Point, Point]): number {
  const [one, other] = [bounds([a, b]), bounds([c, d])];
  if (one.width === 0 && other.width === 0 && Math.abs(one.x - other.x) < 4)
    return Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (one.height === 0 && other.height === 0 && Math.abs(one.y - other.y) < 4)
    return Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  return 0;
}
