import type { EdgeKind } from "../protocol/protocol.gen";
import { bounds, centre, crosses, type Point, type Rect } from "./geometry";
import { lengthOf, type Path, segments } from "./path";

const STUB = 22;
const LANE = 26;
const BEND_COST = 40;
const CROSSING_COST = 5000;
const UPWARD_COST = 400;
const SIDE_COST = 70;
const MOST_LANES = 4;
const MOST_LEVELS = 6;
const ALIGNED = 60;
/**
 * The distance from a state at which errors bend towards it: not on the lane of those that lead elsewhere.
 */
const LATE = 14;
/** The width of the points at the sides of a Choice, as a share of its width. */
const CHOICE_POINT = 0.1;

/**
 * The two ends of an edge. At a side it leaves `shift` below the middle, and it runs `aside` of other edges
 * between the same states.
 */
export interface Ends {
  kind: EdgeKind;
  source: Rect;
  target: Rect;
  shift: number;
  aside: number;
}

/**
 * The corners of an edge: of all simple paths from source to target, the one that crosses the fewest
 * obstacles, and of those the shortest with the fewest bends. A catch leaves at the right, all others
 * preferably below.
 */
export function route(ends: Ends, obstacles: Rect[]): Path {
  return moved(shortest(ends, obstacles), ends.aside);
}

function shortest(ends: Ends, obstacles: Rect[]): Path {
  const inner = obstacles.map(shrunk);
  const straight = direct(ends)[0];
  if (straight?.length === 2 && crossings(straight, inner) === 0) return straight;
  const paths = [...direct(ends), ...around(ends, obstacles)];
  inner.push(shrunk(ends.source), shrunk(ends.target));
  const simple = cheapest(paths, inner);
  if (crossings(simple, inner) === 0) return simple;
  return cheapest([simple, ...winding(ends, obstacles)], inner);
}

/**
 * The path with the least cost. Paths that cost more even without a crossing are not checked for crossings.
 */
function cheapest(paths: Path[], obstacles: Rect[]): Path {
  const priced = paths.map((path) => ({ path, price: price(path) }));
  priced.sort((one, other) => one.price - other.price);
  let [best, least]: [Path, number] = [[], Number.POSITIVE_INFINITY];
  for (const { path, price } of priced) {
    if (price >= least) break;
    const cost = price + CROSSING_COST * crossings(path, obstacles);
    if (cost < least) [best, least] = [path, cost];
  }
  return best;
}

/** The path beside itself, where both its ends run down, or both at the sides of states. */
function moved(path: Path, aside: number): Path {
  const runsDown = path[0]?.x === path[1]?.x && path.at(-1)?.x === path.at(-2)?.x;
  if (runsDown) return path.map(({ x, y }) => ({ x: x + aside, y }));
  const [start, first, last, end] = path;
  if (path.length !== 4 || !start || !first || !last || !end) return path;
  const apart = Math.abs(aside);
  return [
    { x: start.x, y: start.y + apart },
    { x: first.x + aside, y: first.y + apart },
    { x: last.x + aside, y: last.y - apart },
    { x: end.x, y: end.y - apart },
  ];
}

function direct(ends: Ends): Path[] {
  const { kind, source, target } = ends;
  const middle = { x: centre(target).x, y: target.y };
  if (kind === "catch") return [catchDown(ends, middle)];
  const bottom = source.y + source.height;
  const exit = { x: exitX(ends, middle.x), y: bottom };
  const beside = sideways(ends);
  if (middle.y - bottom < STUB) return beside;
  if (Math.abs(exit.x - middle.x) < Math.min(ALIGNED, target.width / 3))
    return [[exit, { ...middle, x: exit.x }]];
  const bends = [bottom + STUB, (bottom + middle.y) / 2, middle.y - STUB];
  return [...bends.map((y) => [exit, { x: exit.x, y }, { x: middle.x, y }, middle]), ...beside];
}

function catchDown(ends: Ends, entry: Point): Path {
  const exit = sideExit(ends, true);
  if (entry.x > exit.x + STUB && entry.y > exit.y) return [exit, { x: entry.x, y: exit.y }, entry];
  const lane = exit.x + LANE + Math.abs(ends.shift);
  const above = entry.y - STUB;
  return [exit, { x: lane, y: exit.y }, { x: lane, y: above }, { x: entry.x, y: above }, entry];
}

/** The x at which an edge leaves at a side; a Choice has a point there. */
function sideExit({ kind, source, shift }: Ends, isRight: boolean): Point {
  const isChoice = kind === "choice" || kind === "default";
  const inset = isChoice ? choiceInset(source, shift) : 0;
  const x = isRight ? source.x + source.width - inset : source.x + inset;
  return { x, y: centre(source).y + shift };
}

/** The distance of a Choice's side from its rectangle, at a distance from the middle line. */
export function choiceInset(choice: Rect, shift: number): number {
  return (CHOICE_POINT * choice.width * Math.abs(shift)) / (choice.height / 2);
}

/** From the facing side of one to that of the other, where there is room between them. */
function sideways(ends: Ends): Path[] {
  const { source, target, shift } = ends;
  const leftToRight = target.x - (source.x + source.width);
  const rightToLeft = source.x - (target.x + target.width);
  if (Math.max(leftToRight, rightToLeft) < STUB) return [];
  const isRight = leftToRight > 0;
  const start = sideExit(ends, isRight);
  const end = { x: isRight ? target.x : target.x + target.width, y: centre(target).y + shift };
  if (Math.abs(start.y - end.y) < 1) return [[start, end]];
  const turn = isRight === end.y > start.y ? -shift : shift;
  const middle = (start.x + end.x) / 2 + turn;
  return [[start, { x: middle, y: start.y }, { x: middle, y: end.y }, end]];
}

/** Along a lane beside everything between the two, on either side. */
function around(ends: Ends, obstacles: Rect[]): Path[] {
  return lanes(ends, obstacles).flatMap((lane) => [intoSide(ends, lane), intoTop(ends, lane)]);
}

/** First across above or below a single obstacle, then along a lane: for where no simple way is free. */
function winding(ends: Ends, obstacles: Rect[]): Path[] {
  const levels = nearLevels(ends.source, obstacles);
  return lanes(ends, obstacles).flatMap((lane) => {
    const endings = [intoSide(ends, lane).slice(-2), intoTop(ends, lane).slice(-3)];
    return levels.flatMap((level) => {
      const begin = [...leaving(ends, lane, level), { x: lane, y: level }];
      return endings.map((ending) => [...begin, ...ending]);
    });
  });
}

/** Out of the source to a level. */
function leaving(ends: Ends, lane: number, level: number): Path {
  const { kind, source, shift } = ends;
  if (kind === "catch") {
    const exit = sideExit(ends, true);
    const x = exit.x + LANE + Math.abs(shift);
    return [exit, { x, y: exit.y }, { x, y: level }];
  }
  const x = exitX(ends, lane);
  return [
    { x, y: source.y + source.height },
    { x, y: level },
  ];
}

/** The levels close above and below single obstacles that are nearest to the source. */
function nearLevels(source: Rect, obstacles: Rect[]): number[] {
  const from = source.y + source.height;
  const levels = new Set<number>();
  for (const { y, height } of obstacles) levels.add(y - STUB).add(y + height + STUB);
  return [...levels]
    .sort((one, other) => Math.abs(one - from) - Math.abs(other - from))
    .slice(0, MOST_LEVELS);
}

/** The lanes beside everything between the two, and beside single obstacles. Errors turn late if they can. */
function lanes(ends: Ends, obstacles: Rect[]): number[] {
  const { kind, source, target } = ends;
  const top = Math.min(source.y, target.y);
  const bottom = Math.max(source.y + source.height, target.y + target.height);
  const between = obstacles.filter((rect) => rect.y < bottom && rect.y + rect.height > top);
  const all = bounds([source, target, ...between]);
  const left = all.x - LANE;
  const right = all.x + all.width + LANE;
  const sides = beside(between, source, target);
  return kind === "catch" ? [target.x - LATE, ...sides, right] : [...sides, right, left];
}

/** The lanes close beside single obstacles that are the least out of the way. */
function beside(between: Rect[], source: Rect, target: Rect): number[] {
  const [from, to] = [centre(source).x, centre(target).x];
  const detour = (x: number) => Math.abs(x - from) + Math.abs(x - to);
  const sides = new Set<number>();
  for (const { x, width } of between) sides.add(x - LANE).add(x + width + LANE);
  return [...sides].sort((one, other) => detour(one) - detour(other)).slice(0, MOST_LANES);
}

function intoSide(ends: Ends, lane: number): Path {
  const { kind, source, target } = ends;
  const exit = sideExit(ends, kind === "catch" || lane > centre(source).x);
  const to = centre(target).y;
  return [exit, { x: lane, y: exit.y }, { x: lane, y: to }, { x: sideX(target, lane), y: to }];
}

function intoTop(ends: Ends, lane: number): Path {
  const { kind, source, target } = ends;
  const entry = { x: centre(target).x, y: target.y };
  const above = { x: entry.x, y: entry.y - STUB };
  const corner = { x: lane, y: above.y };
  if (kind === "catch") {
    const exit = sideExit(ends, true);
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

/** The cost of a path that crosses nothing. */
function price(path: Path): number {
  const total = lengthOf(path) + BEND_COST * path.length;
  const [first, second, before, last] = [path[0], path[1], path.at(-2), path.at(-1)];
  if (!first || !second || !before || !last) return total;
  const sides = (first.y === second.y ? SIDE_COST : 0) + (before.y === last.y ? SIDE_COST : 0);
  return total + sides + (before.y > last.y ? UPWARD_COST : 0);
}

/** The number of obstacles that the segments of a path cross, without their outlines. */
function crossings(path: Path, obstacles: Rect[]): number {
  let found = 0;
  for (const [from, to] of segments(path)) {
    for (const rect of obstacles) if (crosses(from, to, rect)) found += 1;
  }
  return found;
}

function shrunk(rect: Rect): Rect {
  return { x: rect.x + 1, y: rect.y + 1, width: rect.width - 2, height: rect.height - 2 };
}
