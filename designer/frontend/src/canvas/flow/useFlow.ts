import { applyEdgeChanges, applyNodeChanges, type EdgeChange, type NodeChange } from "@xyflow/react";
import { useCallback, useEffect, useState } from "react";
import { Cell, useCell } from "../base/cell";
import type { Translate } from "../base/words";
import { annotationIds, isAnnotation } from "../model/annotations";
import type { View, ViewMode } from "../protocol/protocol.gen";
import { type CanvasEdge, flowEdges } from "./edges";
import { type CanvasNode, flowNodes, merged } from "./nodes";
import { useDragRoutes } from "./useDragRoutes";

type IsMeant = (id: string) => boolean;

/**
 * The nodes and edges for React Flow: the view, with the state that only the browser has (selection, a drag).
 */
export function useFlow(view: View, viewMode: ViewMode, words: Translate) {
  const [nodes, setNodes] = useState<CanvasNode[]>(() => merged([], flowNodes(view, viewMode, words), null));
  const [edges, setEdges] = useState<CanvasEdge[]>(() => flowEdges(view, viewMode, words));
  const [drawn, setDrawn] = useState({ view, viewMode, words });
  const [awaited] = useState(() => new Cell<IsMeant | null>(null));
  const isMeant = useCell(awaited, (value) => value);

  if (drawn.view !== view || drawn.viewMode !== viewMode || drawn.words !== words) {
    setDrawn({ view, viewMode, words });
    const isThere = isMeant !== null && idsOf(view).some(isMeant);
    setNodes(merged(nodes, flowNodes(view, viewMode, words), isThere ? isMeant : null));
    setEdges(flowEdges(view, viewMode, words, edges));
  }
  useEffect(() => {
    if (isMeant && idsOf(view).some(isMeant)) awaited.set(null);
  }, [view, isMeant, awaited]);

  const routeDrag = useDragRoutes(view, edges);
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      routeDrag(changes);
      setNodes((shown) => applyNodeChanges(changes, shown));
    },
    [routeDrag],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasEdge>[]) => setEdges((shown) => applyEdgeChanges(changes, shown)),
    [],
  );
  /** Select these states and edges, and nothing else. */
  const select = useCallback((ids: string[]) => {
    setNodes((shown) => selectedAlone(shown, ids));
    setEdges((shown) => selectedAlone(shown, ids));
  }, []);
  const chosen = nodes.filter((node) => node.selected).map((node) => node.id);
  const selected = chosen.filter((id) => !isAnnotation(id));
  const annotations = chosen.filter(isAnnotation);
  const selectedEdges = edges.filter((edge) => edge.selected).map((edge) => edge.id);
  return {
    nodes,
    edges,
    selected,
    annotations,
    selectedEdges,
    onNodesChange,
    onEdgesChange,
    select,
    /** Select the states that match, and nothing else, as soon as there are any. */
    selectNext: awaited.set,
  };
}

/** The items, those with these ids and no others selected; one that is so already stays the same value. */
function selectedAlone<Item extends CanvasNode | CanvasEdge>(items: Item[], ids: string[]): Item[] {
  return items.map((item) => {
    const selected = ids.includes(item.id);
    return Boolean(item.selected) === selected ? item : { ...item, selected };
  });
}

function idsOf(view: View): string[] {
  return [...Object.keys(view.nodes), ...annotationIds(view)];
}

export type Flow = ReturnType<typeof useFlow>;
