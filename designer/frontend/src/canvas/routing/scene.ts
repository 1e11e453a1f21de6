import type { View } from "../protocol/protocol.gen";
import type { Point } from "./geometry";
import { svgPath } from "./path";
import { routedEdges } from "./routedEdges";
import { shortTitles } from "./shortTitles";

/** The paths and label places of the edges of a view, for Python: JSON in, JSON out. */
export function routed(view: string): string {
  const shown: View = JSON.parse(view);
  const all = routedEdges(shown, "").map(({ edge, words, width, path, place, leader }) => ({
    id: edge.id,
    corners: path.map(pair),
    path: svgPath(path),
    label: place && { words, x: place.x, y: place.y, width, leader: leader?.map(pair) ?? [] },
  }));
  return JSON.stringify(all);
}

/** Short titles by id, for states whose titles would be cut to the same beginning: JSON in, JSON out. */
export function titles(states: string): string {
  return JSON.stringify(Object.fromEntries(shortTitles(JSON.parse(states))));
}

function pair({ x, y }: Point): [number, number] {
  return [x, y];
}
