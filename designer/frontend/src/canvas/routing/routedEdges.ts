import type { Edge, View, ViewMode } from "../protocol/protocol.gen";
import { Bands } from "./bands";
import { bounds, grownBy, isSame, type Point, type Rect, rectangles } from "./geometry";
import { grouped } from "./grouped";
import { isFree, labelPlace, type Surroundings } from "./labels";
import type { Path } from "./path";
import { route } from "./route";
import { startRect } from "./startMark";

const NEAR = 80;
const STEP = 30;
const TWIN = 16;
const EVERYWHERE = { x: -1e7, width: 2e7 };

/**
 * An edge with all that its drawing depends on: the rectangles of its ends and of the states near it, its
 * path, its label and the label's place.
 */
export interface RoutedEdge extends Record<string, unknown> {
  edge: Edge;
  label: string;
  source: Rect;
  target: Rect;
  others: Rect[];
  shift: number;
  aside: number;
  path: Path;
  place: Point | null;
}

/**
 * The edges of the flow, each with its path past the states, and its label where it covers none. Those of
 * `before` for which nothing near has changed stay the same values.
 */
export function routedEdges(
  view: View,
  defaultLabel: string,
  before: RoutedEdge[] = [],
  viewMode: ViewMode = "engineering",
): RoutedEdge[] {
  const rects = rectangles(view);
  const previous = new Map(before.map((routed) => [routed.edge.id, routed]));
  const scopes = siblingsByScope(view, rects);
  const shifts = exitOffsets(view);
  const asides = new Map([...twinOffsets(view), ...opposedOffsets(view, rects)]);
  const all = Object.values(view.edges).flatMap((edge): RoutedEdge[] => {
    const target = rects.get(edge.target);
    const source = edge.kind === "start" ? target && startRect(target) : rects.get(edge.source);
    if (!source || !target) return [];
    const scope = scopes.get(view.nodes[edge.target]?.parent ?? "");
    const near = scope ? [...scope.within(passage(source, target))] : [];
    const others = near.filter((rect) => rect !== source && rect !== target);
    const shift = shifts.get(edge.id) ?? 0;
    const aside = asides.get(edge.id) ?? 0;
    const label = edge[viewMode] || (edge.kind === "default" ? defaultLabel : "");
    const old = previous.get(edge.id);
    const hasSameCourse = old && isSameCourse(old, { edge, source, target, others, shift, aside });
    if (hasSameCourse && old.edge === edge && old.label === label) return [old];
    const path = hasSameCourse ? old.path : route({ kind: edge.kind, source, target, shift, aside }, others);
    return [{ edge, label, source, target, others, shift, aside, path, place: null }];
  });
  return labelled(view, all, rects, scopes);
}

type Course = Pick<RoutedEdge, "edge" | "source" | "target" | "others" | "shift" | "aside">;

function isSameCourse(one: Course, other: Course): boolean {
  return (
    one.edge.kind === other.edge.kind &&
    one.shift === other.shift &&
    one.aside === other.aside &&
    isSame(one.source, other.source) &&
    isSame(one.target, other.target) &&
    one.others.length === other.others.length &&
    one.others.every((rect, index) => isSame(rect, other.others[index] as Rect))
  );
}

function siblingsByScope(view: View, rects: Map<string, Rect>): Map<string, Bands<Rect>> {
  const scopes = new Map<string, Bands<Rect>>();
  for (const [parent, siblings] of grouped(Object.values(view.nodes), (node) => node.parent)) {
    const bands = new Bands<Rect>();
    for (const rect of siblings.flatMap(({ id }) => rects.get(id) ?? [])) bands.add(rect, rect);
    scopes.set(parent, bands);
  }
  return scopes;
}

/** The band in which an edge may meet other states: of any width, from the upper end to the lower. */
function passage(source: Rect, target: Rect): Rect {
  const { y, height } = grownBy(bounds([source, target]), NEAR);
  return { ...EVERYWHERE, y, height };
}

/**
 * The edges with their labels, which cover no state and no container beside the edge, and preferably stay in
 * the container around. A label that has a place keeps it where it covers nothing there.
 */
function labelled(
  view: View,
  all: RoutedEdge[],
  rects: Map<string, Rect>,
  scopes: Map<string, Bands<Rect>>,
): RoutedEdge[] {
  const labels = new Bands<Rect>();
  const paths = new Bands<Path>();
  for (const { path } of all) paths.add(path, bounds(path));
  const leaves = cards(view, rects);
  const around = ({ edge }: RoutedEdge): Surroundings => {
    const parent = view.nodes[edge.target]?.parent ?? "";
    const beside = scopes.get(parent);
    return { frame: rects.get(parent), states: beside ? [leaves, beside] : [leaves], labels, paths };
  };
  const standing = new Set(all.filter((routed) => routed.place && isFree(routed, around(routed))));
  return all.map((routed) => {
    const isBare = !routed.label && routed.edge.markers.length === 0;
    if (isBare || standing.has(routed)) return routed;
    const place = labelPlace(routed.path, routed.label, around(routed));
    return isAt(routed, place) ? routed : { ...routed, place };
  });
}

function isAt({ place }: RoutedEdge, { x, y }: Point): boolean {
  return place !== null && place.x === x && place.y === y;
}

function cards(view: View, rects: Map<string, Rect>): Bands<Rect> {
  const found = new Bands<Rect>();
  for (const [id, rect] of rects) {
    const type = view.nodes[id]?.type;
    if (type !== "Branch" && type !== "Parallel" && type !== "Map") found.add(rect, rect);
  }
  return found;
}

/**
 * The distance from the middle of its state at which each edge leaves at a side, so that those of one state
 * keep apart.
 */
function exitOffsets(view: View): Map<string, number> {
  const sideways = Object.values(view.edges).filter(({ kind }) => kind !== "next" && kind !== "start");
  const bySide = grouped(sideways, ({ source, kind }) => `${source}:${kind === "catch"}`);
  const height = (edge: Edge) => view.nodes[edge.source]?.height ?? 0;
  return spread([...bySide.values()], STEP, height);
}

/** The distances at which rules of a Choice that lead to the same state run beside each other. */
function twinOffsets(view: View): Map<string, number> {
  const rules = Object.values(view.edges).filter(({ kind }) => kind === "choice" || kind === "default");
  const twins = grouped(rules, ({ source, target }) => `${source}:${target}`);
  const room = (edge: Edge) => (view.nodes[edge.source]?.width ?? 0) / 4;
  return spread([...twins.values()], TWIN, room);
}

/**
 * The distances at which errors from one state to another and back run beside each other, the one that leads
 * down inside.
 */
function opposedOffsets(view: View, rects: Map<string, Rect>): Map<string, number> {
  const catches = Object.values(view.edges).filter(({ kind }) => kind === "catch");
  const pairs = grouped(catches, ({ source, target }) => [source, target].sort().join(":"));
  const opposed = [...pairs.values()].filter((edges) =>
    edges.some(({ source }) => source !== edges[0]?.source),
  );
  const height = ({ source }: Edge) => rects.get(source)?.y ?? 0;
  for (const edges of opposed) edges.sort((one, other) => height(one) - height(other));
  return spread(opposed, TWIN, () => 2 * TWIN);
}

/**
 * Each edge's distance from the middle of its group: up to `step` from the next, and all of them in their
 * room.
 */
function spread(groups: Edge[][], step: number, room: (edge: Edge) => number): Map<string, number> {
  const distances = groups.flatMap((edges) => {
    const gap = Math.min(step, (edges[0] ? room(edges[0]) : 0) / edges.length);
    return edges.map(({ id }, index): [string, number] => [id, (index - (edges.length - 1) / 2) * gap]);
  });
  return new Map(distances);
}
