import type { Edge as FlowEdge } from "@xyflow/react";
import type { Edge, View } from "../protocol.gen";
import { type Point, type Rect, rectangles } from "./geometry";
import { labelPlace } from "./labels";
import type { Line } from "./line";
import { startId, startRect } from "./nodes";
import { route } from "./route";

const NEAR = 80;
const CATCH_STEP = 30;

export interface ArrowData extends Record<string, unknown> {
  edge: Edge;
  label: string;
  source: Rect;
  target: Rect;
  shift: number;
  line: Line;
  place: Point | null;
}

export type CanvasEdge = FlowEdge<ArrowData>;

/** The arrows of the flow, each with its line past the states, and its label where it covers none. */
export function flowEdges(view: View, defaultLabel: string): CanvasEdge[] {
  const rects = rectangles(view);
  const siblings = siblingsByParent(view);
  const shifts = catchShifts(view);
  const taken: Rect[] = [];
  return Object.values(view.edges).flatMap((edge) => {
    const target = rects.get(edge.target);
    const source = edge.kind === "start" ? target && startRect(target) : rects.get(edge.source);
    const parent = view.nodes[edge.target]?.parent ?? "";
    if (!source || !target) return [];
    const near = nearby(source, target, siblings.get(parent) ?? [], edge, rects);
    const shift = shifts.get(edge.id) ?? 0;
    const line = route({ kind: edge.kind, source, target, shift }, near);
    const label = edge.label || (edge.kind === "default" ? defaultLabel : "");
    const place =
      label || edge.problems.length > 0 ? labelPlace(line, label, [...near, source, target], taken) : null;
    return [flowEdge(edge, { edge, label, source, target, shift, line, place })];
  });
}

function flowEdge(edge: Edge, data: ArrowData): CanvasEdge {
  const isStart = edge.kind === "start";
  return {
    id: edge.id,
    type: "arrow",
    source: isStart ? startId(edge.source) : edge.source,
    sourceHandle: edge.kind,
    target: edge.target,
    targetHandle: "in",
    data,
    selectable: !isStart,
    deletable: !isStart,
    reconnectable: "target",
    ariaLabel: data.label || edge.kind,
  };
}

/** How far from the middle of its state each catch leaves, so that those of one state don't run on each other. */
function catchShifts(view: View): Map<string, number> {
  const bySource = new Map<string, string[]>();
  for (const edge of Object.values(view.edges)) {
    if (edge.kind === "catch") bySource.set(edge.source, [...(bySource.get(edge.source) ?? []), edge.id]);
  }
  const shifts = [...bySource].flatMap(([source, ids]) => {
    const step = Math.min(CATCH_STEP, (view.nodes[source]?.height ?? 0) / ids.length);
    return ids.map((id, index): [string, number] => [id, (index - (ids.length - 1) / 2) * step]);
  });
  return new Map(shifts);
}

function siblingsByParent(view: View): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const node of Object.values(view.nodes)) {
    found.set(node.parent, [...(found.get(node.parent) ?? []), node.id]);
  }
  return found;
}

/** The states that an arrow may meet on its way. */
function nearby(source: Rect, target: Rect, ids: string[], edge: Edge, rects: Map<string, Rect>): Rect[] {
  const top = Math.min(source.y, target.y) - NEAR;
  const bottom = Math.max(source.y + source.height, target.y + target.height) + NEAR;
  return ids.flatMap((id) => {
    const rect = rects.get(id);
    const isEnd = id === edge.source || id === edge.target;
    return rect && !isEnd && rect.y < bottom && rect.y + rect.height > top ? [rect] : [];
  });
}

/** Whether the arrow may go from the way out of one state to the other: both stand in the same scope. */
export function mayConnect(view: View, source: string, target: string): boolean {
  const to = view.nodes[target];
  if (!to || to.type === "Branch") return false;
  if (source.startsWith("start:")) return startId(to.parent) === source;
  return view.nodes[source]?.parent === to.parent;
}

export function keptSelection(shown: CanvasEdge[], next: CanvasEdge[]): CanvasEdge[] {
  const selected = new Set(shown.filter((edge) => edge.selected).map((edge) => edge.id));
  return next.map((edge) => (selected.has(edge.id) ? { ...edge, selected: true } : edge));
}
