import { grownBy, overlap, type Point, type Rect } from "./geometry";
import { along, distance, lengthOf, type Path, segments } from "./path";
import { costOf, isBlocked, type Surroundings } from "./surroundings";
import { textWidth } from "./textWidth";

export const LABEL_WIDTH = 190;
export const LABEL_HEIGHT = 24;
/** The width of a label around its words. */
export const LABEL_SIDES = 18;
export const LABEL_SIZE = 13;
const BADGE_WIDTH = 30;
const GAP = 4;
const ROW = LABEL_HEIGHT + GAP;
const AWAY_FROM_MIDDLE = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];
const CLOSE = 12;
const MOST_CLOSE = 90;
const BESIDE = 6;
const MOST_RINGS = 14;
const ACROSS = 60;
/** The distance from its path up to which a label needs no leader. */
const TOUCHING = 10;

/** A label at its place; `leader` is a line to its edge where it could not stand on or beside it. */
export interface Placed {
  place: Point;
  leader: [Point, Point] | null;
  cost: number;
}

/** The room for the words of a label. */
export const WORDS_WIDTH = LABEL_WIDTH - 2;

/** About how wide a label is; longer ones are cut. */
export function labelWidth(words: string, hasBadge = false): number {
  const badge = hasBadge ? BADGE_WIDTH : 0;
  return Math.min(LABEL_WIDTH, textWidth(words, LABEL_SIZE)) + (words || !hasBadge ? LABEL_SIDES : 0) + badge;
}

/**
 * The place of a label that covers no state, arrowhead, mark or other label: on its path, as near to the
 * source as it can be without meeting another edge; else close beside the path; else at the nearest free
 * place, with a leader. The label is added to the last layer of the surroundings.
 */
export function placeLabel(path: Path, width: number, surroundings: Surroundings): Placed {
  const found =
    cheapest(places(path), path, width, surroundings) ??
    cheapest(closePlaces(path), path, width, surroundings) ??
    cheapest(placesBeside(path, width), path, width, surroundings) ??
    away(path, width, surroundings);
  surroundings.layers.at(-1)?.addLabel(boxAt(found.place, width));
  return found;
}

/** The box of a label, with the gap around it. */
export function boxAt(point: Point, width: number): Rect {
  return { x: point.x - width / 2 - GAP / 2, y: point.y - ROW / 2, width: width + GAP, height: ROW };
}

/** Keeps a label where it is, if it covers nothing there; then it is added to the surroundings. */
export function mayStay(placed: Placed, path: Path, box: Rect, surroundings: Surroundings): boolean {
  if (isBlocked(box, surroundings) || costOf(box, path, surroundings) > placed.cost) return false;
  surroundings.layers.at(-1)?.addLabel(box);
  return true;
}

/** The first of the free places that cost the least. */
function cheapest(points: Point[], path: Path, width: number, surroundings: Surroundings): Placed | null {
  let best: Placed | null = null;
  for (const place of points) {
    const box = boxAt(place, width);
    if (isBlocked(box, surroundings)) continue;
    const cost = costOf(box, path, surroundings);
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { place, leader: null, cost };
    if (cost === 0) break;
  }
  return best;
}

/** Points along the path, from near the source to near the target. */
function places(path: Path): Point[] {
  const whole = lengthOf(path);
  const steps = AWAY_FROM_MIDDLE.flatMap((away) => [0.5 - away, 0.5 + away]);
  const near = [20, 34, 48].map((length) => length / (whole || 1)).filter((step) => step < 0.5);
  const ends = [ROW / 2, whole - ROW / 2].map((length) => length / (whole || 1));
  const rows = [-ROW - 1, ROW + 1].map((length) => 0.5 + length / (whole || 1));
  return [...near, ...steps, ...ends, ...rows].map((step) => along(path, step * whole));
}

/** Points close to each other along the path, from its source on. */
function closePlaces(path: Path): Point[] {
  const whole = lengthOf(path);
  const step = Math.max(CLOSE, whole / MOST_CLOSE);
  return Array.from({ length: Math.floor(whole / step) + 1 }, (_, index) => along(path, index * step));
}

function placesBeside(path: Path, width: number): Point[] {
  return segments(path).flatMap(([from, to]) => {
    const isUpright = from.x === to.x;
    const away = isUpright ? width / 2 + BESIDE : ROW / 2 + BESIDE;
    return closePlaces([from, to]).flatMap(({ x, y }) =>
      isUpright
        ? [
            { x: x + away, y },
            { x: x - away, y },
          ]
        : [
            { x, y: y - away },
            { x, y: y + away },
          ],
    );
  });
}

/** The free place nearest to the path's middle; there is always one, to the right of everything. */
function away(path: Path, width: number, surroundings: Surroundings): Placed {
  const middle = along(path, lengthOf(path) / 2);
  const nearest = cheapest(rings(middle), path, width, surroundings);
  const place = nearest?.place ?? outside(middle, width, surroundings);
  return { place, leader: leaderTo(path, boxAt(place, width)), cost: nearest?.cost ?? 0 };
}

function rings(middle: Point): Point[] {
  const steps = Array.from({ length: 2 * MOST_RINGS + 1 }, (_, index) => index - MOST_RINGS);
  const points = steps.flatMap((down) =>
    steps.map((across) => ({ x: middle.x + (across * ACROSS) / 2, y: middle.y + (down * ROW) / 2 })),
  );
  return points.sort((one, other) => distance(one, middle) - distance(other, middle));
}

function outside({ y }: Point, width: number, surroundings: Surroundings): Point {
  const right = Math.max(...surroundings.layers.map((layer) => layer.right));
  const place = { x: right + ROW + width / 2, y };
  while (isBlocked(boxAt(place, width), surroundings)) place.y += ROW;
  return place;
}

/** The line from a label's box to the nearest point of its path, if it does not touch it. */
function leaderTo(path: Path, box: Rect): [Point, Point] | null {
  const near = closePlaces(path).map((point): [Point, Point] => [onto(box, point), point]);
  if (near.some(([, point]) => overlap(grownBy(box, TOUCHING), { ...point, width: 1, height: 1 })))
    return null;
  return near.sort(([from, to], [start, end]) => distance(from, to) - distance(start, end))[0] ?? null;
}

/** The point of the rectangle that is nearest to another. */
function onto({ x, y, width, height }: Rect, point: Point): Point {
  return {
    x: Math.max(x, Math.min(x + width, point.x)),
    y: Math.max(y, Math.min(y + height, point.y)),
  };
}
