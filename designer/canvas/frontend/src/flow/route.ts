import type { EdgeKind } from "../protocol.gen";
import { centre, crosses, type Point, type Rect } from "./geometry";
import { type Line, segments } from "./line";

const STUB = 22;
const LANE = 26;
const BEND_COST = 40;
const CROSSING_COST = 5000;
const UPWARD_COST = 400;
const SIDE_COST = 70;
const MOST_LANES = 4;

/** The two ends of an arrow; of several catches of one state, `shift` is how far below the middle it leaves. */
export interface Ends {
  kind: EdgeKind;
  source: Rect;
  target: Rect;
  shift: number;
}

/**
 * The corners of an arrow: of all simple ways from source to target, the one that crosses the fewest obstacles,
 * and of those the shortest with the fewest bends. A catch leaves at the right, all others preferably below.
 */
export function route(ends: Ends, obstacles: Rect[]): Line {
  const ways = [...direct(ends), ...around(ends, obstacles)];
  const costs = ways.map((way) => cost(way, [...obstacles, ends.source, ends.target]));
  return ways[costs.indexOf(Math.min(...costs))] ?? [];
}

function direct(ends: Ends): Line[] {
  const { kind, source, target } = ends;
  const entry = { x: centre(target).x, y: target.y };
  if (kind === "catch") return [catchDown(ends, entry)];
  const bottom = source.y + source.height;
  const exit = { x: exitX(ends, entry.x), y: bottom };
  const beside = sideways(source, target);
  if (entry.y - bottom < STUB) return beside;
  if (Math.abs(exit.x - entry.x) < 1) return [[exit, entry]];
  const bends = [bottom + STUB, (bottom + entry.y) / 2, entry.y - STUB];
  return [...bends.map((y) => [exit, { x: exit.x, y }, { x: entry.x, y }, entry]), ...beside];
}

function catchDown(ends: Ends, entry: Point): Line {
  const exit = catchExit(ends);
  if (entry.x > exit.x + STUB && entry.y > exit.y) return [exit, { x: entry.x, y: exit.y }, entry];
  const lane = exit.x + LANE + Math.abs(ends.shift);
  const above = entry.y - STUB;
  return [exit, { x: lane, y: exit.y }, { x: lane, y: above }, { x: entry.x, y: above }, entry];
}

function catchExit({ source, shift }: Ends): Point {
  return { x: source.x + source.width, y: centre(source).y + shift };
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
function around(ends: Ends, obstacles: Rect[]): Line[] {
  const { kind, source, target } = ends;
  const top = Math.min(source.y, target.y);
  const bottom = Math.max(source.y + source.height, target.y + target.height);
  const between = obstacles.filter((rect) => rect.y < bottom && rect.y + rect.height > top);
  const all = [source, target, ...between];
  const left = Math.min(...all.map((rect) => rect.x)) - LANE;
  const right = Math.max(...all.map((rect) => rect.x + rect.width)) + LANE;
  const lanes = [...beside(between, source, target), right, ...(kind === "catch" ? [] : [left])];
  return lanes.flatMap((lane) => [intoSide(ends, lane), intoTop(ends, lane)]);
}

/** The lanes close beside single obstacles that are the least out of the way. */
function beside(between: Rect[], source: Rect, target: Rect): number[] {
  const [from, to] = [centre(source).x, centre(target).x];
  const detour = (x: number) => Math.abs(x - from) + Math.abs(x - to);
  const sides = between.flatMap((rect) => [rect.x - LANE, rect.x + rect.width + LANE]);
  return sides.sort((one, other) => detour(one) - detour(other)).slice(0, MOST_LANES);
}

function intoSide(ends: Ends, lane: number): Line {
  const { kind, source, target } = ends;
  const exit = kind === "catch" ? catchExit(ends) : { x: sideX(source, lane), y: centre(source).y };
  const to = centre(target).y;
  return [exit, { x: lane, y: exit.y }, { x: lane, y: to }, { x: sideX(target, lane), y: to }];
}

function intoTop(ends: Ends, lane: number): Line {
  const { kind, source, target } = ends;
  const entry = { x: centre(target).x, y: target.y };
  const above = { x: entry.x, y: entry.y - STUB };
  const corner = { x: lane, y: above.y };
  if (kind === "catch") {
    const exit = catchExit(ends);
    return [exit, { x: lane, y: exit.y }, corner, above, entry];
  }
  const exit = { x: exitX(ends, lane), y: source.y + source.height };
  return [exit, { x: exit.x, y: exit.y + STUB }, { x: lane, y: exit.y + STUB }, corner, above, entry];
}

function sideX(rect: Rect, lane: number): number {
  return lane < centre(rect).x ? rect.x : rect.x + rect.width;
}

/** Rules of a Choice leave side by side, everything else from the middle. */
function exitX({ kind, source }: Ends, towards: number): number {
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
  const [first, second, before, last] = [line[0], line[1], line.at(-2), line.at(-1)];
  if (!first || !second || !before || !last) return total;
  if (first.y === second.y) total += SIDE_COST;
  if (before.y === last.y) total += SIDE_COST;
  return before.y > last.y ? total + UPWARD_COST : total;
}

function shrunk(rect: Rect): Rect {
  return { x: rect.x + 1, y: rect.y + 1, width: rect.width - 2, height: rect.height - 2 };
}
