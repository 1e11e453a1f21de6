import type { View } from "../protocol/protocol.gen";
import type { Point } from "./geometry";
import { svgPath } from "./path";
import { routedEdges } from "./routedEdges";

/** The paths and label places of the edges of a view, for Python: JSON in, JSON out. */
export function routed(view: string): string {
  const shown: View = JSON.parse(view);
  const all = routedEdges(shown, "").map(({ edge, width, path, place, leader }) => ({
    id: edge.id,
    corners: path.map(pair),
    path: svgPath(path),
    label: place && { x: place.x, y: place.y, width, leader: leader?.map(pair) ?? [] },
  }));
  return JSON.stringify(all);
}

function pair({ x, y }: Point): [number, number] {
  return [x, y];
}
