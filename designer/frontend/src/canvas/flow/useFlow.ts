import { applyEdgeChanges, applyNodeChanges, type EdgeChange, type NodeChange } from "@xyflow/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Translate } from "../base/words";
import { annotationIds, isAnnotation } from "../model/annotations";
import type { View, ViewMode } from "../protocol/protocol.gen";
import { type CanvasEdge, flowEdges } from "./edges";
import { type CanvasNode, flowNodes, merged } from "./nodes";

/** What React Flow shows: the view, and over it what only the browser knows (selection, a running drag). */
export function useFlow(view: View, look: ViewMode, words: Translate) {
  const [nodes, setNodes] = useState<CanvasNode[]>(() => merged([], flowNodes(view, look, words), null));
  const [edges, setEdges] = useState<CanvasEdge[]>(() => flowEdges(view, look, words));
  const [drawn, setDrawn] = useState({ view, look, words });
  const selection = useRef<((id: string) => boolean) | null>(null);

  if (drawn.view !== view || drawn.look !== look || drawn.words !== words) {
    setDrawn({ view, look, words });
    const isAwaited = selection.current && idsOf(view).some(selection.current);
    setNodes(merged(nodes, flowNodes(view, look, words), isAwaited ? selection.current : null));
    setEdges(flowEdges(view, look, words, edges));
  }
  useEffect(() => {
    if (selection.current && idsOf(view).some(selection.current)) selection.current = null;
  }, [view]);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => setNodes((shown) => applyNodeChanges(changes, shown)),
    [],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasEdge>[]) => setEdges((shown) => applyEdgeChanges(changes, shown)),
    [],
  );
  /** Select these states and arrows, and nothing else. */
  const select = useCallback((ids: string[]) => {
    setNodes((shown) => shown.map((node) => ({ ...node, selected: ids.includes(node.id) })));
    setEdges((shown) => shown.map((edge) => ({ ...edge, selected: ids.includes(edge.id) })));
  }, []);
  /** Once such states are there, select them and nothing else. */
  const selectNext = useCallback((isMeant: (id: string) => boolean) => {
    selection.current = isMeant;
  }, []);
  const chosen = nodes.filter((node) => node.selected).map((node) => node.id);
  const selected = chosen.filter((id) => !isAnnotation(id));
  const annotations = chosen.filter(isAnnotation);
  const selectedArrows = edges.filter((edge) => edge.selected).map((edge) => edge.id);
  return {
    nodes,
    edges,
    selected,
    annotations,
    selectedArrows,
    onNodesChange,
    onEdgesChange,
    select,
    selectNext,
  };
}

function idsOf(view: View): string[] {
  return [...Object.keys(view.nodes), ...annotationIds(view)];
}

export type Flow = ReturnType<typeof useFlow>;
