import type { View } from "../protocol/protocol.gen";
import { arrowsOf } from "./arrows";
import { labelWidth } from "./labels";
import { drawn } from "./path";

/** The paths and label places of the edges of a view, for Python: JSON in, JSON out. */
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
