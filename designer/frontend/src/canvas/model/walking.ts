import type { View } from "../protocol/protocol.gen";
import { TITLE } from "../protocol/states.gen";
import { centre, type Point, type Rect, rectangles } from "../routing/geometry";

export type Direction = "left" | "right" | "up" | "down";

const ALONG: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
/** The factor by which a distance aside counts more than one ahead. */
const ASIDE = 2.5;

/**
 * The state that is next to another one in a direction, if there is one. A container counts with its title:
 * it is met before what is in it, and what is in it before what follows.
 */
export function neighbour(view: View, from: string, direction: Direction): string | undefined {
  const places = new Map([...rectangles(view)].map(([id, rect]) => [id, heading(view, id, rect)]));
  const here = places.get(from);
  if (!here) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, rect] of places) {
    if (id === from || view.nodes[id]?.type === "Branch") continue;
    const distance = distanceTo(here, rect, ALONG[direction]);
    if (distance === undefined || distance >= least) continue;
    [best, least] = [id, distance];
  }
  return best;
}

/** The state that the keyboard starts from: the start of the flow, or the topmost state. */
export function firstState(view: View): string | undefined {
  const start = view.edges[":start:"]?.target;
  if (start) return start;
  const outer = Object.values(view.nodes).filter(({ parent }) => parent === "");
  return outer.toSorted((one, other) => one.y - other.y)[0]?.id;
}

/** The offset of `amount` pixels in a direction. */
export function step(direction: Direction, amount: number): Point {
  const { x, y } = ALONG[direction];
  return { x: x * amount, y: y * amount };
}

function heading(view: View, id: string, rect: Rect): Rect {
  const type = view.nodes[id]?.type;
  return type === "Map" || type === "Parallel" ? { ...rect, height: Math.min(rect.height, TITLE) } : rect;
}

/** The distance from one rectangle to another that lies in a direction; undefined where it does not. */
function distanceTo(from: Rect, to: Rect, along: Point): number | undefined {
  const [start, end] = [centre(from), centre(to)];
  const ahead = (end.x - start.x) * along.x + (end.y - start.y) * along.y;
  const isAhead = along.x ? ahead > (from.width + to.width) / 4 : ahead > (from.height + to.height) / 4;
  if (!isAhead) return undefined;
  const apart = along.x ? gap(from.y, from.height, to.y, to.height) : gap(from.x, from.width, to.x, to.width);
  const middles = Math.abs(along.x ? end.y - start.y : end.x - start.x);
  return ahead + ASIDE * apart + middles / 4;
}

/** The gap between two intervals; 0 where they overlap. */
function gap(one: number, size: number, other: number, otherSize: number): number {
  return Math.max(0, other - (one + size), one - (other + otherSize));
}
