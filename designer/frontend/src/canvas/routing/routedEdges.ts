import type { Edge, View, ViewMode } from "../protocol/protocol.gen";
import { Bands } from "./bands";
import { bounds, grownBy, isSame, type Point, type Rect, rectangles } from "./geometry";
import { grouped } from "./grouped";
import { boxAt, LABEL_SIZE, LABEL_WIDTH, labelWidth, mayStay, placeLabel, WORDS_WIDTH } from "./labels";
import type { Path } from "./path";
import { route } from "./route";
import { shortTexts } from "./shortTexts";
import { startRect } from "./startMark";
import { Layer, type Surroundings } from "./surroundings";
import { onTracks } from "./tracks";

const NEAR = 80;
const STEP = 30;
const TWIN = 16;
const EVERYWHERE = { x: -1e7, width: 2e7 };

/**
 * An edge with all that its drawing depends on: the rectangles of its ends and of the states near it, its
 * path, and its label with the label's place. `course` is the path before edges are kept apart.
 */
export interface RoutedEdge extends Record<string, unknown> {
  edge: Edge;
  label: string;
  /** The label as it is shown: shorter where it would look like another one of the same state. */
  words: string;
  width: number;
  source: Rect;
  target: Rect;
  others: Rect[];
  shift: number;
  aside: number;
  course: Path;
  path: Path;
  place: Point | null;
  leader: [Point, Point] | null;
  cost: number;
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
  const shown = shownLabels(view, defaultLabel, viewMode);
  const asides = new Map([...twinOffsets(view), ...opposedOffsets(view, rects)]);
  const all = Object.values(view.edges).flatMap((edge): RoutedEdge[] => {
    const ends = endsOf(edge, rects);
    if (!ends) return [];
    const { source, target } = ends;
    const scope = scopes.get(view.nodes[edge.target]?.parent ?? "");
    const others = scope ? statesNear(scope, source, target) : [];
    const shift = shifts.get(edge.id) ?? 0;
    const aside = asides.get(edge.id) ?? 0;
    const label = labelOf(edge, defaultLabel, viewMode);
    const words = shown.get(edge.id) ?? label;
    const old = previous.get(edge.id);
    const meets = { edge, source, target, others, shift, aside };
    const hasSameCourse = old && isSameCourse(old, meets);
    if (hasSameCourse && old.edge === edge && old.label === label && old.words === words) return [old];
    const carried = old && (hasSameCourse ? old.course : carriedCourse(old, meets));
    const course = carried ?? route({ kind: edge.kind, ...ends, shift, aside }, others);
    const width = labelWidth(words, edge.markers.length > 0);
    const unplaced = { path: course, place: null, leader: null, cost: 0 };
    return [{ edge, label, words, width, source, target, others, shift, aside, course, ...unplaced }];
  });
  return labelled(view, apart(view, all), rects);
}

function labelOf(edge: Edge, defaultLabel: string, viewMode: ViewMode): string {
  return edge[viewMode] || (edge.kind === "default" ? defaultLabel : "");
}

/** Shorter labels by edge, for those of one state that would be cut to the same beginning. */
function shownLabels(view: View, defaultLabel: string, viewMode: ViewMode): Map<string, string> {
  const long = Object.values(view.edges).flatMap((edge) => {
    const text = labelOf(edge, defaultLabel, viewMode);
    if (labelWidth(text) < LABEL_WIDTH) return [];
    return [{ id: edge.id, text, source: edge.source, size: LABEL_SIZE, width: WORDS_WIDTH, lines: 1 }];
  });
  const bySource = [...grouped(long, ({ source }) => source).values()];
  return new Map(bySource.flatMap((labels) => [...shortTexts(labels)]));
}

/** The rectangles of an edge's ends: two states, or a start mark and a state. */
export function endsOf(edge: Edge, rects: Map<string, Rect>): { source: Rect; target: Rect } | undefined {
  const target = rects.get(edge.target);
  const source = edge.kind === "start" ? target && startRect(target) : rects.get(edge.source);
  return source && target && { source, target };
}

/** The states that an edge may meet: those of its scope from its upper end to its lower. */
export function statesNear(scope: Bands<Rect>, source: Rect, target: Rect): Rect[] {
  const { y, height } = grownBy(bounds([source, target]), NEAR);
  const near = scope.within({ ...EVERYWHERE, y, height });
  near.delete(source);
  near.delete(target);
  return [...near];
}

/** Tells if an edge has something to show beside its path. */
export function hasLabel({ label, edge }: RoutedEdge): boolean {
  return label !== "" || edge.markers.length > 0;
}

/** All that the label of an edge to that state may meet. */
export function surroundingsOf(
  view: View,
  rects: Map<string, Rect>,
  layers: Layer[],
  leaving: ReadonlySet<Rect> = new Set(),
): (routed: RoutedEdge) => Surroundings {
  const holders = new Map<string, ReadonlySet<string>>();
  return ({ edge }) => {
    const parent = view.nodes[edge.target]?.parent ?? "";
    const around = holders.get(parent) ?? new Set(containersAround(view, parent));
    holders.set(parent, around);
    return { layers, frame: rects.get(parent), holders: around, leaving };
  };
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

/** The course of an edge that moves with its ends and with all that it may meet; no other is the same. */
function carriedCourse(old: RoutedEdge, now: Course): Path | undefined {
  const [across, down] = [now.target.x - old.target.x, now.target.y - old.target.y];
  const hasMoved = (before: Rect, rect: Rect) =>
    rect.x === before.x + across &&
    rect.y === before.y + down &&
    rect.width === before.width &&
    rect.height === before.height;
  const isCarried =
    old.edge.kind === now.edge.kind &&
    old.shift === now.shift &&
    old.aside === now.aside &&
    hasMoved(old.source, now.source) &&
    hasMoved(old.target, now.target) &&
    old.others.length === now.others.length &&
    old.others.every((before) => now.others.some((rect) => hasMoved(before, rect)));
  return isCarried ? old.course.map(({ x, y }) => ({ x: x + across, y: y + down })) : undefined;
}

/** The states of each scope that are meant, by their place. */
export function siblingsByScope(
  view: View,
  rects: Map<string, Rect>,
  isMeant: (id: string) => boolean = () => true,
): Map<string, Bands<Rect>> {
  const scopes = new Map<string, Bands<Rect>>();
  const meant = Object.values(view.nodes).filter(({ id }) => isMeant(id));
  for (const [parent, siblings] of grouped(meant, (node) => node.parent)) {
    const bands = new Bands<Rect>();
    for (const rect of siblings.flatMap(({ id }) => rects.get(id) ?? [])) bands.add(rect, rect);
    scopes.set(parent, bands);
  }
  return scopes;
}

/** The edges on paths that can be told apart; one whose path stays is the same value. */
function apart(view: View, all: RoutedEdge[]): RoutedEdge[] {
  const choices = Object.values(view.nodes).filter(({ type }) => type === "Choice" || type === "decision");
  const paths = onTracks(all, new Set(choices.map(({ id }) => id)));
  return all.map((routed, index) => {
    const path = paths[index] ?? routed.course;
    return isSamePath(path, routed.path) ? routed : { ...routed, path, place: null };
  });
}

function isSamePath(one: Path, other: Path): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every(({ x, y }, index) => x === other[index]?.x && y === other[index]?.y))
  );
}

/** The edges with their labels. A label that has a place keeps it where it still covers nothing there. */
function labelled(view: View, all: RoutedEdge[], rects: Map<string, Rect>): RoutedEdge[] {
  const layer = new Layer();
  for (const [id, rect] of rects) layer.addNode(view, id, rect);
  for (const { path, edge, source } of all) layer.addPath(path, edge.kind === "start" ? source : null);
  const around = surroundingsOf(view, rects, [layer]);
  const standing = new Set(all.filter((routed) => keepsLabel(routed, around(routed))));
  return all.map((routed) => {
    if (!hasLabel(routed) || standing.has(routed)) return routed;
    const placed = placeLabel(routed.path, routed.width, around(routed));
    return isAt(routed, placed.place) && routed.cost === placed.cost ? routed : { ...routed, ...placed };
  });
}

function keepsLabel(routed: RoutedEdge, surroundings: Surroundings): boolean {
  const { path, place, leader, cost, width } = routed;
  if (!place || leader || cost > 0) return false;
  return mayStay({ place, leader, cost }, path, boxAt(place, width), surroundings);
}

function isAt({ place }: RoutedEdge, { x, y }: Point): boolean {
  return place !== null && place.x === x && place.y === y;
}

function containersAround(view: View, id: string): string[] {
  const node = view.nodes[id];
  return node ? [id, ...containersAround(view, node.parent)] : [];
}

/**
 * The distance from the middle of its state at which each edge leaves at a side, so that those of one state
 * keep apart.
 */
export function exitOffsets(view: View): Map<string, number> {
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
