import type { Edge as FlowEdge } from "@xyflow/react";
import type { Translate } from "../base/words";
import { isCard, mayDraw } from "../model/cards";
import { edgeInWords } from "../model/descriptions";
import type { View, ViewMode } from "../protocol/protocol.gen";
import { type RoutedEdge, routedEdges } from "../routing/routedEdges";
import { startId } from "./nodes";

export type CanvasEdge = FlowEdge<RoutedEdge>;

/**
 * The edges for React Flow; those of `shown` that have not changed are kept, so that they are not drawn
 * again.
 */
export function flowEdges(
  view: View,
  viewMode: ViewMode,
  words: Translate,
  shown: CanvasEdge[] = [],
): CanvasEdge[] {
  const before = new Map(shown.map((edge) => [edge.id, edge]));
  const all = routedEdges(
    view,
    words("edge.default"),
    shown.flatMap(({ data }) => data ?? []),
    viewMode,
  );
  return all.map((routed) => {
    const old = before.get(routed.edge.id);
    const ariaLabel = edgeInWords(view, viewMode, routed.edge, words);
    if (old?.data === routed && old.ariaLabel === ariaLabel) return old;
    const domAttributes = { tabIndex: -1, "aria-roledescription": words("arrow.role") };
    return { ...flowEdge(routed, view), ariaLabel, domAttributes, selected: Boolean(old?.selected) };
  });
}

function flowEdge(routed: RoutedEdge, view: View): CanvasEdge {
  const { edge } = routed;
  const source = view.nodes[edge.source];
  const isStart = edge.kind === "start";
  return {
    id: edge.id,
    type: "arrow",
    source: isStart ? startId(edge.source) : edge.source,
    sourceHandle: source && isCard(source.type) ? "out" : edge.kind,
    target: edge.target,
    targetHandle: "in",
    data: routed,
    selectable: !isStart || edge.source === "",
    deletable: !isStart,
    reconnectable: "target",
  };
}

/** Tells if an edge may lead from one state to the other: both have to be in the same scope. */
export function mayConnect(view: View, source: string, target: string): boolean {
  const to = view.nodes[target];
  if (!to || to.type === "Branch") return false;
  if (isCard(to.type)) return mayDraw(view, source, target);
  if (source.startsWith("start:")) return startId(to.parent) === source;
  return view.nodes[source]?.parent === to.parent;
}
