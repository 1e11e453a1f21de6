import type { Point } from "./geometry";

const CORNER = 10;

/** The corners of an edge, from its source to its target. */
export type Path = Point[];

export function segments(path: Path): [Point, Point][] {
  return path.slice(1).map((to, index) => [path[index] as Point, to]);
}

/** The path in SVG's notation, with rounded corners. */
export function svgPath(path: Path): string {
  const [first, ...rest] = path;
  if (!first) return "";
  let svg = `M${first.x} ${first.y}`;
  rest.forEach((corner, index) => {
    const next = rest[index + 1];
    const previous = path[index] as Point;
    svg += next ? rounded(previous, corner, next) : `L${corner.x} ${corner.y}`;
  });
  return svg;
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
  const [across, down] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
  return across === 0 || down === 0 ? across + down : Math.hypot(across, down);
}

export function lengthOf(path: Path): number {
  return segments(path).reduce((sum, [from, to]) => sum + distance(from, to), 0);
}

export function halfway(path: Path): Point {
  return along(path, lengthOf(path) / 2);
}

/** The point at a distance along the path. */
export function along(path: Path, length: number): Point {
  let left = length;
  for (const [from, to] of segments(path)) {
    const part = distance(from, to);
    if (left <= part) {
      const share = part ? left / part : 0;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
    left -= part;
  }
  return path.at(-1) ?? { x: 0, y: 0 };
}
