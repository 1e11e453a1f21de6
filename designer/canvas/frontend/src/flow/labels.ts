import { overlap, type Point, type Rect } from "./geometry";
import { distance, type Line, segments } from "./line";

export const LABEL_WIDTH = 190;
export const LABEL_HEIGHT = 24;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const GAP = 4;

/** About how wide a label is; longer ones are cut. */
export function labelWidth(text: string): number {
  const letters = [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 13 : 7.2), 0);
  return Math.min(LABEL_WIDTH, letters + 18);
}

/**
 * Where along its line a label stands: as near to the source as it can without covering a state or another
 * label. What it takes is added to `taken`.
 */
export function labelPlace(line: Line, text: string, states: Rect[], taken: Rect[]): Point {
  const width = labelWidth(text);
  const boxes = places(line).map((point) => around(point, width));
  const covers = (box: Rect) => [...states, ...taken].filter((rect) => overlap(box, rect)).length;
  const counts = boxes.map(covers);
  const best = boxes[counts.indexOf(Math.min(...counts))] ?? around({ x: 0, y: 0 }, width);
  taken.push(best);
  return { x: best.x + best.width / 2, y: best.y + best.height / 2 };
}

/** Points along the line, from near the source to near the target. */
function places(line: Line): Point[] {
  const whole = segments(line).reduce((sum, [from, to]) => sum + distance(from, to), 0);
  const steps = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88];
  const near = [20, 34, 48].map((length) => length / (whole || 1)).filter((step) => step < 0.5);
  return [...near, ...steps].map((step) => along(line, step * whole));
}

function along(line: Line, length: number): Point {
  let left = length;
  for (const [from, to] of segments(line)) {
    const part = distance(from, to);
    if (left <= part) {
      const share = part ? left / part : 0;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
    left -= part;
  }
  return line.at(-1) ?? { x: 0, y: 0 };
}

function around(point: Point, width: number): Rect {
  const height = LABEL_HEIGHT + GAP;
  return { x: point.x - width / 2 - GAP / 2, y: point.y - height / 2, width: width + GAP, height };
}
