import { transitionKinds } from "../model/graph";
import { nearestFree } from "../model/space";
import type { Node, View } from "../protocol/protocol.gen";
import { PADDING } from "../protocol/states.gen";
import { deepest, type Point, type Rect, rectangles } from "../routing/geometry";
import { distance, segments } from "../routing/path";
import type { Drop } from "../tools/context";
import type { CanvasEdge } from "./edges";
import { isScope } from "./nodes";

const REACH = 16;
const BELOW = 100;
const BESIDE = 40;

/** The target of a state dropped at a point: an edge, the place behind an open end, or a scope. */
export function dropAt(view: View, edges: CanvasEdge[], point: Point): Drop {
  const edge = edges.find(({ data }) => data && isNear(data.path, point));
  if (edge) return { edge: edge.id, scope: view.nodes[edge.target]?.parent ?? "", after: null };
  const rects = rectangles(view);
  const scope = deepest(view, rects, point, (id) => isScope(view.nodes[id])) ?? "";
  const end = openEnds(view, scope).find(({ id }) => {
    const rect = rects.get(id);
    return rect && isBehind(rect, point);
  });
  return { edge: null, scope, after: end?.id ?? null };
}

/** The states of a scope that could have a next state, and have none. */
export function openEnds(view: View, scope: string): Node[] {
  const goingOn = new Set(Object.values(view.edges).map((edge) => `${edge.source}:${edge.kind}`));
  return inScope(view, scope).filter((node) => {
    const kind = transitionKinds(node.type)[0];
    return kind && !goingOn.has(`${node.id}:${kind}`);
  });
}

export function inScope(view: View, scope: string): Node[] {
  return Object.values(view.nodes).filter((node) => node.parent === scope && node.type !== "Branch");
}

/** The position nearest to the wanted one where a state of that size covers no other of its scope. */
export function freePlace(view: View, scope: string, wanted: Rect): Point {
  const { x, y } = nearestFree(wanted, inScope(view, scope), scope ? PADDING : undefined);
  return { x, y };
}

function isNear(path: Point[], point: Point): boolean {
  return segments(path).some(([from, to]) => {
    const whole = distance(from, to) ** 2 || 1;
    const share = ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / whole;
    const clamped = Math.max(0, Math.min(1, share));
    const nearest = { x: from.x + clamped * (to.x - from.x), y: from.y + clamped * (to.y - from.y) };
    return distance(point, nearest) < REACH;
  });
}

function isBehind(rect: Rect, point: Point): boolean {
  const isBelow = point.y > rect.y + rect.height / 2 && point.y < rect.y + rect.height + BELOW;
  return isBelow && point.x > rect.x - BESIDE && point.x < rect.x + rect.width + BESIDE;
}
