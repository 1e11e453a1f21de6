import { applyEdgeChanges, applyNodeChanges, type EdgeChange, type NodeChange } from "@xyflow/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { View } from "../protocol.gen";
import { type CanvasEdge, flowEdges } from "./edges";
import { type CanvasNode, flowNodes, merged } from "./nodes";

/** What React Flow shows: the view, and over it what only the browser knows (selection, a running drag). */
export function useFlow(view: View, defaultLabel: string) {
  const [nodes, setNodes] = useState<CanvasNode[]>(() => merged([], flowNodes(view), null));
  const [edges, setEdges] = useState<CanvasEdge[]>(() => flowEdges(view, defaultLabel));
  const [drawn, setDrawn] = useState({ view, defaultLabel });
  const selection = useRef<Set<string> | null>(null);

  if (drawn.view !== view || drawn.defaultLabel !== defaultLabel) {
    setDrawn({ view, defaultLabel });
    setNodes(merged(nodes, flowNodes(view), selection.current));
    setEdges(flowEdges(view, defaultLabel, edges));
  }
  useEffect(() => {
    selection.current = null;
  }, [view]);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => setNodes((shown) => applyNodeChanges(changes, shown)),
    [],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasEdge>[]) => setEdges((shown) => applyEdgeChanges(changes, shown)),
    [],
  );
  /** Select these states and nothing else. */
  const select = useCallback((ids: string[]) => {
    setNodes((shown) => shown.map((node) => ({ ...node, selected: ids.includes(node.id) })));
    setEdges((shown) => shown.map((edge) => ({ ...edge, selected: false })));
  }, []);
  /** With the next view, select these states and nothing else. */
  const selectNext = useCallback((...ids: string[]) => {
    selection.current = new Set(ids);
  }, []);
  const selected = nodes.filter((node) => node.selected).map((node) => node.id);
  return { nodes, edges, selected, onNodesChange, onEdgesChange, select, selectNext };
}

export type Flow = ReturnType<typeof useFlow>;
