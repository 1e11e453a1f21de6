import { arrowsOf } from "./flow/arrows";
import { labelWidth } from "./flow/labels";
import { drawn } from "./flow/line";
import type { View } from "./protocol.gen";

/** How the arrows of a view run and where their labels stand, where there is no browser: JSON in, JSON out. */
export function routed(view: string): string {
  const shown: View = JSON.parse(view);
  const arrows = arrowsOf(shown, "").map(({ edge, label, line, place }) => ({
    id: edge.id,
    corners: line.map(({ x, y }) => [x, y]),
    path: drawn(line),
    label: place && { x: place.x, y: place.y, width: labelWidth(label) },
  }));
  return JSON.stringify(arrows);
}
