import type { Point } from "../routing/geometry";

/** The selector of an edge's label, which `Transition` draws. */
export function labelSelector(edge: string): string {
  return `[data-edge-label="${CSS.escape(edge)}"]`;
}

/** The transform that puts the middle of something in the layer for labels on a point of the flow. */
export function centredOn({ x, y }: Point): string {
  return `translate(-50%, -50%) translate(${x}px, ${y}px)`;
}
