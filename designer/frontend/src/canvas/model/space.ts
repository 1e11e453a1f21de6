import type { View } from "../protocol/protocol.gen";
import { GAP_ACROSS, GAP_DOWN } from "../protocol/states.gen";
import { overlap, type Point, type Rect } from "../routing/geometry";

/** The boxes of a scope by their ids. `exporters/scene/space.py` does the same with them. */
export type Rects = ReadonlyMap<string, Rect>;
/** The boxes that the edges of each box lead to. */
export type Successors = ReadonlyMap<string, ReadonlySet<string>>;

const MARGIN = GAP_DOWN / 2;

export function successorsIn(view: View): Successors {
  const found = new Map<string, Set<string>>();
  for (const { source, target } of Object.values(view.edges)) {
    found.set(source, (found.get(source) ?? new Set()).add(target));
  }
  return found;
}

/** Sorts boxes from the top down, then from left to right. */
export function inReadingOrder(one: Point, other: Point): number {
  return one.y - other.y || one.x - other.x;
}

/**
 * The place nearest to the wanted one where a box covers nothing that is taken; where there is none straight
 * left of, right of or below another box, the place below all.
 */
export function nearestFree(wanted: Rect, taken: Rect[], leastX = Number.NEGATIVE_INFINITY): Rect {
  if (!taken.some((rect) => overlap(rect, wanted))) return wanted;
  const around = taken.map(({ x, y, width, height }) => ({
    x: x - MARGIN,
    y: y - MARGIN,
    width: width + GAP_DOWN,
    height: height + GAP_DOWN,
  }));
  const places = around.flatMap((rect) => beside(rect, wanted)).filter(({ x }) => x >= leastX);
  places.sort((one, other) => distance(one, wanted) - distance(other, wanted));
  const free = places.find((place) => !around.some((rect) => overlap(rect, place)));
  return free ?? { ...wanted, y: Math.max(...taken.map(({ y, height }) => y + height)) + GAP_DOWN };
}

/**
 * The boxes after `id` has moved off the rectangle `fixed`: down or right, whichever is nearer, or down if
 * `movesDown` says so. What stands below it, or beside it where it moves right, moves along, and so does what
 * its edges lead down to; `kept` stays.
 */
export function pushedOff(
  rects: Rects,
  id: string,
  fixed: Rect,
  successors: Successors,
  { movesDown, kept }: { movesDown: boolean; kept?: string },
): Map<string, Rect> {
  const rect = rects.get(id) as Rect;
  const down = fixed.y + fixed.height + GAP_DOWN - rect.y;
  const right = fixed.x + fixed.width + GAP_ACROSS - rect.x;
  const isNearerDown = rect.x <= fixed.x || (rect.y > fixed.y && down <= right);
  if (movesDown || isNearerDown) {
    const moving = following(rects, id, kept, successors);
    return mapped(rects, (other, at) => (moving.has(other) ? { ...at, y: at.y + down } : at));
  }
  const turned = mapped(rects, (_, { x, y, width, height }) => ({
    x: y,
    y: x,
    width: height,
    height: width,
  }));
  const moving = following(turned, id, kept, new Map());
  return mapped(rects, (other, at) => (moving.has(other) ? { ...at, x: at.x + right } : at));
}

/** The boxes that move down with `first`: those below one that moves, and those that it leads down to. */
function following(
  rects: Rects,
  first: string,
  kept: string | undefined,
  successors: Successors,
): Set<string> {
  const start = rects.get(first) as Rect;
  const moving = new Set([first]);
  const ledTo = new Set(ledDownTo(rects, first, successors));
  let bands: [number, number][] = [[start.x, start.x + start.width]];
  const later = [...rects].filter(([, { y }]) => y >= start.y);
  later.sort(([, one], [, other]) => inReadingOrder(one, other));
  for (const [id, { x, width }] of later) {
    if (id === first || id === kept) continue;
    if (!ledTo.has(id) && !bands.some(([from, to]) => from < x + width && x < to)) continue;
    moving.add(id);
    bands = joined(bands, x, x + width);
    for (const target of ledDownTo(rects, id, successors)) ledTo.add(target);
  }
  return moving;
}

function ledDownTo(rects: Rects, id: string, successors: Successors): string[] {
  const { y, height } = rects.get(id) as Rect;
  return [...(successors.get(id) ?? [])].filter((target) => {
    const rect = rects.get(target);
    return rect !== undefined && rect.y >= y + height;
  });
}

/** The bands with one more; bands that overlap become one. */
function joined(bands: [number, number][], start: number, end: number): [number, number][] {
  const isApart = ([from, to]: [number, number]) => to < start || end < from;
  const touched = bands.filter((band) => !isApart(band));
  const first = Math.min(start, ...touched.map(([from]) => from));
  const last = Math.max(end, ...touched.map(([, to]) => to));
  return [...bands.filter(isApart), [first, last]];
}

/** The places straight left, right and below; above, a start mark may stand. */
function beside(rect: Rect, wanted: Rect): Rect[] {
  return [
    { ...wanted, x: rect.x - wanted.width },
    { ...wanted, x: rect.x + rect.width },
    { ...wanted, y: rect.y + rect.height + MARGIN },
  ];
}

function distance(one: Point, other: Point): number {
  return (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
}

function mapped(rects: Rects, change: (id: string, rect: Rect) => Rect): Map<string, Rect> {
  return new Map([...rects].map(([id, rect]) => [id, change(id, rect)]));
}
