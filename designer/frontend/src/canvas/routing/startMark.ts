import { START_SPACE } from "../protocol/states.gen";
import type { Rect } from "./geometry";

export const START_SIZE = 24;
const MARGIN = 6;

/** The start mark stands above the first state. */
export function startRect(target: Rect): Rect {
  const x = target.x + target.width / 2 - START_SIZE / 2;
  return { x, y: target.y - START_SPACE + MARGIN, width: START_SIZE, height: START_SIZE };
}
