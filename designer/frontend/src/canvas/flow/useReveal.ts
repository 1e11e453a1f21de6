import { type InternalNode, useReactFlow, useStoreApi } from "@xyflow/react";
import { useCallback } from "react";
import { centre, contains, type Rect } from "../routing/geometry";
import { moving } from "./motion";
import type { CanvasNode } from "./nodes";

/** Brings a state into sight, unless its middle is; with `isWhole`, unless all of it is. */
export function useReveal(): (id: string, isWhole?: boolean) => void {
  const { getInternalNode, getZoom, setCenter } = useReactFlow<CanvasNode>();
  const isInSight = useIsInSight();
  return useCallback(
    (id, isWhole = false) => {
      const node = getInternalNode(id);
      if (!node || isInSight(id, isWhole)) return;
      const { x, y } = centre(rectOf(node));
      setCenter(x, y, { zoom: getZoom(), ...moving() });
    },
    [getInternalNode, getZoom, setCenter, isInSight],
  );
}

/** Tells if the middle of a state is in sight, or with `isWhole` all of it; one that is not drawn counts as seen. */
export function useIsInSight(): (id: string, isWhole: boolean) => boolean {
  const { getInternalNode, flowToScreenPosition } = useReactFlow<CanvasNode>();
  const store = useStoreApi();
  return useCallback(
    (id, isWhole) => {
      const node = getInternalNode(id);
      const board = store.getState().domNode?.getBoundingClientRect();
      if (!node || !board) return true;
      const { x, y, width, height } = rectOf(node);
      const corners = [
        { x, y },
        { x: x + width, y: y + height },
      ];
      const wanted = isWhole ? corners : [centre(rectOf(node))];
      return wanted.every((point) => contains(board, flowToScreenPosition(point)));
    },
    [store, getInternalNode, flowToScreenPosition],
  );
}

function rectOf({ internals, measured }: InternalNode<CanvasNode>): Rect {
  return { ...internals.positionAbsolute, width: measured.width ?? 0, height: measured.height ?? 0 };
}
