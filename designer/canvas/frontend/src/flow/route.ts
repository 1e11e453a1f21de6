import type { EdgeKind } from "../protocol.gen";
import { centre, crosses, type Point, type Rect } from "./geometry";

const STUB = 22;
const LANE = 26;
const BEND_COST = 40;
const CROSSING_COST = 5000;
const UPWARD_COST = 400;
const CORNER = 10;

export type Line = Point[];

/**
 * The corners of an arrow: of all simple ways from source to target, the one that crosses the fewest obstacles,
 * and of those the shortest with the fewest bends. A catch leaves at the right, all others below.
 */
export function route(kind: EdgeKind, source: Rect, target: Rect, obstacles: Rect[]): Line {
  const ways = [...direct(kind, source, target), ...around(kind, source, target, obstacles)];
  const costs = ways.map((way) => cost(way, [...obstacles, source, target]));
  return ways[costs.indexOf(Math.min(...costs))] ?? [];
}

function direct(kind: EdgeKind, source: Rect, target: Rect): Line[] {
  const entry = { x: centre(target).x, y: target.y };
  if (kind === "catch") return [catchDown(source, entry)];
  const bottom = source.y + source.height;
  const exit = { x: exitX(kind, source, entry.x), y: bottom };
  const beside = sideways(source, target);
  if (entry.y - bottom < STUB) return beside;
  if (Math.abs(exit.x - entry.x) < 1) return [[exit, entry]];
  const bends = [bottom + STUB, (bottom + entry.y) / 2, entry.y - STUB];
  return [...bends.map((y) => [exit, { x: exit.x, y }, { x: entry.x, y }, entry]), ...beside];
}

function catchDown(source: Rect, entry: Point): Line {
  const exit = { x: source.x + source.width, y: centre(source).y };
  if (entry.x > exit.x + STUB && entry.y > exit.y) return [exit, { x: entry.x, y: exit.y }, entry];
  const lane = exit.x + LANE;
  const above = entry.y - STUB;
  return [exit, { x: lane, y: exit.y }, { x: lane, y: above }, { x: entry.x, y: above }, entry];
}

/** From the facing side of one to that of the other, where there is room between them. */
function sideways(source: Rect, target: Rect): Line[] {
  const [from, to] = [centre(source), centre(target)];
  const leftToRight = target.x - (source.x + source.width);
  const rightToLeft = source.x - (target.x + target.width);
  if (Math.max(leftToRight, rightToLeft) < STUB) return [];
  const startX = leftToRight > 0 ? source.x + source.width : source.x;
  const endX = leftToRight > 0 ? target.x : target.x + target.width;
  const middle = (startX + endX) / 2;
  const start = { x: startX, y: from.y };
  const end = { x: endX, y: to.y };
  if (Math.abs(start.y - end.y) < 1) return [[start, end]];
  return [[start, { x: middle, y: start.y }, { x: middle, y: end.y }, end]];
}

/** Along a lane beside everything between the two, on either side. */
function around(kind: EdgeKind, source: Rect, target: Rect, obstacles: Rect[]): Line[] {
  const top = Math.min(source.y, target.y);
  const bottom = Math.max(source.y + source.height, target.y + target.height);
  const between = obstacles.filter((rect) => rect.y < bottom && rect.y + rect.height > top);
  const all = [source, target, ...between];
  const left = Math.min(...all.map((rect) => rect.x)) - LANE;
  const right = Math.max(...all.map((rect) => rect.x + rect.width)) + LANE;
  const lanes = [...passable(between, source, target), right, ...(kind === "catch" ? [] : [left])];
  return lanes.flatMap((lane) => [intoSide(source, target, lane), ...intoTop(kind, source, target, lane)]);
}

/** Lanes close beside single obstacles. */
function passable(between: Rect[], source: Rect, target: Rect): number[] {
  const [from, to] = [centre(source).x, centre(target).x];
  const sides = between.flatMap((rect) => [rect.x - LANE, rect.x + rect.width + LANE]);
  return sides
    .sort(
      (one, other) =>
        Math.abs(one - from) + Math.abs(one - to) - Math.abs(other - from) - Math.abs(other - to),
    )
    .slice(0, 4);
}

function intoSide(source: Rect, target: Rect, lane: number): Line {
  const [from, to] = [centre(source).y, centre(target).y];
  return [
    { x: sideX(source, lane), y: from },
    { x: lane, y: from },
    { x: lane, y: to },
    { x: sideX(target, lane), y: to },
  ];
}

function intoTop(kind: EdgeKind, source: Rect, target: Rect, lane: number): Line[] {
  const entry = { x: centre(target).x, y: target.y };
  const above = { x: entry.x, y: entry.y - STUB };
  const corner = { x: lane, y: above.y };
  if (kind === "catch") {
    const exit = { x: source.x + source.width, y: centre(source).y };
    return [[exit, { x: lane, y: exit.y }, corner, above, entry]];
  }
  const exit = { x: exitX(kind, source, lane), y: source.y + source.height };
  const below = { x: exit.x, y: exit.y + STUB };
  return [[exit, below, { x: lane, y: below.y }, corner, above, entry]];
}

function sideX(rect: Rect, lane: number): number {
  return lane < centre(rect).x ? rect.x : rect.x + rect.width;
}

/** Rules of a Choice leave side by side, everything else from the middle. */
function exitX(kind: EdgeKind, source: Rect, towards: number): number {
  const middle = centre(source).x;
  if (kind !== "choice" && kind !== "default") return middle;
  const reach = source.width / 4;
  return Math.max(middle - reach, Math.min(middle + reach, towards));
}

function cost(line: Line, obstacles: Rect[]): number {
  let total = BEND_COST * line.length;
  for (const [from, to] of segments(line)) {
    total += Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
    total += CROSSING_COST * obstacles.filter((rect) => crosses(from, to, shrunk(rect))).length;
  }
  const [last, before] = [line.at(-1), line.at(-2)];
  return last && before && before.y > last.y ? total + UPWARD_COST : total;
}

function shrunk(rect: Rect): Rect {
  return { x: rect.x + 1, y: rect.y + 1, width: rect.width - 2, height: rect.height - 2 };
}

export function segments(line: Line): [Point, Point][] {
  return line.slice(1).map((to, index) => [line[index] as Point, to]);
}

/** The line as an SVG path with rounded corners. */
export function drawn(line: Line): string {
  const [first, ...rest] = line;
  if (!first) return "";
  let path = `M${first.x} ${first.y}`;
  rest.forEach((corner, index) => {
    const next = rest[index + 1];
    const previous = line[index] as Point;
    path += next ? rounded(previous, corner, next) : `L${corner.x} ${corner.y}`;
  });
  return path;
}

function rounded(previous: Point, corner: Point, next: Point): string {
  const radius = Math.min(CORNER, distance(previous, corner) / 2, distance(corner, next) / 2);
  const before = towards(corner, previous, radius);
  const after = towards(corner, next, radius);
  return `L${before.x} ${before.y}Q${corner.x} ${corner.y} ${after.x} ${after.y}`;
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

export function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
