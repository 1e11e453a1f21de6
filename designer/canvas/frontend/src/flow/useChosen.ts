import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { onStateChosen } from "../choosing";
import type { CanvasNode } from "./nodes";
import type { Flow } from "./useFlow";

/** A state that is chosen in the code editor is selected, and brought into view where it is not in it. */
export function useChosen({ select }: Flow, board: { current: HTMLElement | null }): void {
  const { getInternalNode, getZoom, setCenter, flowToScreenPosition } = useReactFlow<CanvasNode>();

  useEffect(
    () =>
      onStateChosen((id) => {
        const node = getInternalNode(id);
        if (!node || !board.current) return;
        select([id]);
        const { x, y } = node.internals.positionAbsolute;
        const middle = { x: x + (node.measured.width ?? 0) / 2, y: y + (node.measured.height ?? 0) / 2 };
        if (!isIn(board.current.getBoundingClientRect(), flowToScreenPosition(middle))) {
          setCenter(middle.x, middle.y, { zoom: getZoom(), duration: 200 });
        }
      }),
    [select, board, getInternalNode, getZoom, setCenter, flowToScreenPosition],
  );
}

function isIn({ left, right, top, bottom }: DOMRect, { x, y }: { x: number; y: number }): boolean {
  return left < x && x < right && top < y && y < bottom;
}
