import type { Bands } from "./bands";
import { crosses, isWithin, type Point, type Rect } from "./geometry";
import { along, lengthOf, type Path, segments } from "./path";

export const LABEL_WIDTH = 190;
export const LABEL_HEIGHT = 24;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const GAP = 4;
const ROW = LABEL_HEIGHT + GAP;
const AWAY_FROM_MIDDLE = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];
const COVERED_COST = 100;
const OUTSIDE_COST = 10;

/** About how wide a label is; longer ones are cut. */
export function labelWidth(text: string): number {
  const letters = [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 13 : 7.2), 0);
  return Math.min(LABEL_WIDTH, letters + 18);
}

/** A label at its place on its path. */
interface Standing {
  path: Path;
  label: string;
  place: Point | null;
}

/**
 * The things that a label should not cover (a state may be in both of `states`), and the frame that it should
 * stay in.
 */
export interface Surroundings {
  frame: Rect | undefined;
  states: Bands<Rect>[];
  labels: Bands<Rect>;
  paths: Bands<Path>;
}

/**
 * The place of a label on its path: as near to the source as it can be without covering a state, another
 * label or another edge. The label is added to the surroundings.
 */
export function labelPlace(path: Path, text: string, surroundings: Surroundings): Point {
  const width = labelWidth(text);
  const boxes = places(path).map((point) => around(point, width));
  const costs: number[] = [];
  for (const box of boxes) {
    costs.push(cost(box, path, surroundings));
    if (costs.at(-1) === 0) break;
  }
  const best = boxes[costs.indexOf(Math.min(...costs))] ?? around({ x: 0, y: 0 }, width);
  surroundings.labels.add(best, best);
  return { x: best.x + best.width / 2, y: best.y + best.height / 2 };
}

/** Tells if a label covers nothing at its place; then it is added to the surroundings. */
export function isFree(standing: Standing, surroundings: Surroundings): boolean {
  if (!standing.place) return false;
  const box = around(standing.place, labelWidth(standing.label));
  if (cost(box, standing.path, surroundings) > 0) return false;
  surroundings.labels.add(box, box);
  return true;
}

function cost(box: Rect, path: Path, { frame, states, labels, paths }: Surroundings): number {
  const covered = states.reduce((sum, bands) => sum + bands.within(box).size, 0) + labels.within(box).size;
  const met = [...paths.within(box)].filter((other) => other !== path && meets(other, box));
  const outside = frame && !isWithin(box, frame) ? OUTSIDE_COST : 0;
  return covered * COVERED_COST + outside + met.length;
}

function meets(path: Path, box: Rect): boolean {
  return segments(path).some(([from, to]) => crosses(from, to, box));
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

function around(point: Point, width: number): Rect {
  return { x: point.x - width / 2 - GAP / 2, y: point.y - ROW / 2, width: width + GAP, height: ROW };
}
