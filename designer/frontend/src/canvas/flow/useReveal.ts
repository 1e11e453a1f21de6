import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";
import { contains } from "../routing/geometry";
import { moving } from "./motion";
import type { CanvasNode } from "./nodes";

/** Brings a state into sight, unless its middle is; with `isWhole`, unless all of it is. */
export function useReveal(): (id: string, isWhole?: boolean) => void {
  const { getInternalNode, getZoom, setCenter, flowToScreenPosition } = useReactFlow<CanvasNode>();
  const store = useStoreApi();
  return useCallback(
    (id, isWhole = false) => {
      const node = getInternalNode(id);
      const board = store.getState().domNode?.getBoundingClientRect();
      if (!node || !board) return;
      const { x, y } = node.internals.positionAbsolute;
      const { width = 0, height = 0 } = node.measured;
      const middle = { x: x + width / 2, y: y + height / 2 };
      const wanted = isWhole
        ? [
            { x, y },
            { x: x + width, y: y + height },
          ]
        : [middle];
      if (wanted.every((point) => contains(board, flowToScreenPosition(point)))) return;
      setCenter(middle.x, middle.y, { zoom: getZoom(), ...moving() });
    },
    [store, getInternalNode, getZoom, setCenter, flowToScreenPosition],
  );
}
