import type { Point } from "./geometry";

const CORNER = 10;

/** The corners of an arrow, from its source to its target. */
export type Line = Point[];

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
