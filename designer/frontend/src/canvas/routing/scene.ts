import type { View } from "../protocol/protocol.gen";
import { labelWidth } from "./labels";
import { svgPath } from "./path";
import { routedEdges } from "./routedEdges";

/** The paths and label places of the edges of a view, for Python: JSON in, JSON out. */
export function routed(view: string): string {
  const shown: View = JSON.parse(view);
  const all = routedEdges(shown, "").map(({ edge, label, path, place }) => ({
    id: edge.id,
    corners: path.map(({ x, y }) => [x, y]),
    path: svgPath(path),
    label: place && { x: place.x, y: place.y, width: labelWidth(label) },
  }));
  return JSON.stringify(all);
}
