import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";
import { contains } from "../routing/geometry";
import type { CanvasNode } from "./nodes";

const PAN_MS = 200;

/** Brings a state into sight, unless it is. */
export function useReveal(): (id: string) => void {
  const { getInternalNode, getZoom, setCenter, flowToScreenPosition } = useReactFlow<CanvasNode>();
  const store = useStoreApi();
  return useCallback(
    (id) => {
      const node = getInternalNode(id);
      const board = store.getState().domNode?.getBoundingClientRect();
      if (!node || !board) return;
      const { x, y } = node.internals.positionAbsolute;
      const middle = { x: x + (node.measured.width ?? 0) / 2, y: y + (node.measured.height ?? 0) / 2 };
      if (contains(board, flowToScreenPosition(middle))) return;
      setCenter(middle.x, middle.y, { zoom: getZoom(), duration: PAN_MS });
    },
    [store, getInternalNode, getZoom, setCenter, flowToScreenPosition],
  );
}
