import type { View } from "../protocol/protocol.gen";
import type { Bands } from "./bands";
import { isSame, type Point, type Rect, rectangles } from "./geometry";
import { boxAt, placeLabel } from "./labels";
import { route } from "./route";
import {
  endsOf,
  hasLabel,
  type RoutedEdge,
  siblingsByScope,
  statesNear,
  surroundingsOf,
} from "./routedEdges";
import { isBlocked, Layer } from "./surroundings";

/** A drag of some states and of all that is in them: `routes` gives the edges as they look meanwhile. */
export interface Drag {
  ids: readonly string[];
  routes: (corners: ReadonlyMap<string, Point>) => Map<string, RoutedEdge>;
}

/** All that a drag needs at each step: what moves, and what stays, by its place. */
interface Prepared {
  view: View;
  rects: Map<string, Rect>;
  /** The states that move, each with the dragged state that carries it. */
  carriers: Map<string, string>;
  /** The edges in containers that move as a whole. */
  inside: RoutedEdge[];
  /** The edges of which one end moves, or both. */
  following: RoutedEdge[];
  still: Layer;
  /** The boxes of the labels that stay. */
  boxes: Map<RoutedEdge, Rect>;
  scopes: Map<string, Bands<Rect>>;
}

/**
 * Prepares a drag of those states. What stays is indexed once; each step routes only the edges that follow,
 * and places the labels that the states or arrowheads would come under.
 */
export function startDrag(view: View, all: RoutedEdge[], ids: readonly string[]): Drag {
  const prepared = prepare(view, all, ids);
  return { ids, routes: (corners) => routesAt(prepared, corners) };
}

function prepare(view: View, all: RoutedEdge[], ids: readonly string[]): Prepared {
  const rects = rectangles(view);
  const carriers = carriedBy(view, ids);
  const isInside = ({ edge }: RoutedEdge) => carriers.has(view.nodes[edge.target]?.parent ?? "");
  const isMoving = ({ edge }: RoutedEdge) => carriers.has(edge.source) || carriers.has(edge.target);
  const still = new Layer();
  for (const [id, rect] of rects) if (!carriers.has(id)) still.addNode(view, id, rect);
  const boxes = new Map<RoutedEdge, Rect>();
  for (const routed of all.filter((each) => !isMoving(each) && !isInside(each))) {
    addPath(still, routed);
    if (!routed.place) continue;
    const box = boxAt(routed.place, routed.width);
    boxes.set(routed, box);
    still.addLabel(box);
  }
  return {
    view,
    rects,
    carriers,
    inside: all.filter(isInside),
    following: all.filter((routed) => isMoving(routed) && !isInside(routed)),
    still,
    boxes,
    scopes: siblingsByScope(view, rects, (id) => !carriers.has(id)),
  };
}

function routesAt(prepared: Prepared, corners: ReadonlyMap<string, Point>): Map<string, RoutedEdge> {
  const { view, rects, carriers, inside, following } = prepared;
  const now = moved(prepared, corners);
  if ([...carriers.keys()].every((id) => isUnmoved(rects.get(id), now.get(id)))) return new Map();
  const carried = inside.map((routed) => shifted(routed, rects, now));
  const routed = following.flatMap((each) => rerouted(prepared, each, now));
  const top = new Layer();
  for (const id of carriers.keys()) {
    const rect = now.get(id);
    if (rect) top.addNode(view, id, rect);
  }
  for (const each of [...carried, ...routed]) addPath(top, each);
  for (const { place, width } of carried) if (place) top.addLabel(boxAt(place, width));
  const placed = withLabels(prepared, routed, now, top);
  return new Map([...carried, ...placed].map((each) => [each.edge.id, each]));
}

/** The rectangles of all states at that step. */
function moved({ rects, carriers }: Prepared, corners: ReadonlyMap<string, Point>): Map<string, Rect> {
  const now = new Map(rects);
  for (const [id, carrier] of carriers) {
    const [rect, from, to] = [rects.get(id), rects.get(carrier), corners.get(carrier)];
    if (rect && from && to) now.set(id, { ...rect, x: rect.x + to.x - from.x, y: rect.y + to.y - from.y });
  }
  return now;
}

/** The edges with their labels, and those whose labels `top` has come over, with their labels elsewhere. */
function withLabels(
  { view, still, boxes }: Prepared,
  routed: RoutedEdge[],
  now: Map<string, Rect>,
  top: Layer,
): RoutedEdge[] {
  const surroundings = surroundingsOf(view, now, [still, top]);
  const covered = [...boxes].filter(([each, box]) =>
    isBlocked(box, { ...surroundings(each), layers: [top] }),
  );
  const leaving = new Set(covered.map(([, box]) => box));
  return [...routed, ...covered.map(([each]) => each)].map((each) => {
    if (!hasLabel(each)) return each;
    return { ...each, ...placeLabel(each.path, each.width, { ...surroundings(each), leaving }) };
  });
}

function addPath(layer: Layer, { path, edge, source }: RoutedEdge): void {
  layer.addPath(path, edge.kind === "start" ? source : null);
}

/** The states and all that is in them, each with the state of `ids` that carries it. */
function carriedBy(view: View, ids: readonly string[]): Map<string, string> {
  const carriers = new Map<string, string>();
  const wanted = new Set(ids);
  const carrierOf = (id: string): string | undefined => {
    if (wanted.has(id)) return id;
    const parent = view.nodes[id]?.parent;
    return parent ? carrierOf(parent) : undefined;
  };
  for (const id of Object.keys(view.nodes)) {
    const carrier = carrierOf(id);
    if (carrier) carriers.set(id, carrier);
  }
  return carriers;
}

function isUnmoved(one: Rect | undefined, other: Rect | undefined): boolean {
  return one !== undefined && other !== undefined && isSame(one, other);
}

/** An edge within a container that moves as a whole. */
function shifted(routed: RoutedEdge, rects: Map<string, Rect>, now: Map<string, Rect>): RoutedEdge {
  const [from, to] = [rects.get(routed.edge.target), now.get(routed.edge.target)];
  const [across, down] = from && to ? [to.x - from.x, to.y - from.y] : [0, 0];
  const move = <Item extends Point>(item: Item): Item => ({ ...item, x: item.x + across, y: item.y + down });
  const { leader } = routed;
  return {
    ...routed,
    source: move(routed.source),
    target: move(routed.target),
    path: routed.path.map(move),
    place: routed.place && move(routed.place),
    leader: leader && [move(leader[0]), move(leader[1])],
  };
}

/** An edge of which an end moves, past the states as they stand now. */
function rerouted(prepared: Prepared, routed: RoutedEdge, now: Map<string, Rect>): RoutedEdge[] {
  const { view, carriers, scopes } = prepared;
  const { edge, shift, aside } = routed;
  const found = endsOf(edge, now);
  if (!found) return [];
  const ends = edge.kind === "start" ? { ...found, source: routed.source } : found;
  const parent = view.nodes[edge.target]?.parent ?? "";
  const scope = scopes.get(parent);
  const still = scope ? statesNear(scope, ends.source, ends.target) : [];
  const beside = [...new Set(carriers.values())].filter((id) => view.nodes[id]?.parent === parent);
  const others = [...still, ...beside.flatMap((id) => now.get(id) ?? [])].filter(
    (rect) => rect !== ends.source && rect !== ends.target,
  );
  const path = route({ kind: edge.kind, ...ends, shift, aside }, others);
  return [{ ...routed, ...ends, others, path, place: null, leader: null }];
}
