import { useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { useEffect, useEffectEvent } from "react";
import { useCell } from "../../base/cell";
import { moving } from "../../flow/motion";
import type { View } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";

const MARGIN = { top: 24, right: 32, bottom: 76, left: 32 };
const PAN_MS = 120;

/** Scrolls just as far as a new card needs to be seen, and never zooms; the first card stands in the middle. */
export function useDraftInSight(view: View): void {
  const { draft } = useTools();
  const { getViewport, setViewport } = useReactFlow();
  const store = useStoreApi();
  const at = useCell(draft, (value) => {
    const card = value?.intent.cards[0];
    return card ? `${value.uid}/${card.x}/${card.y}` : "";
  });
  const hasSize = useStore(({ width }) => width > 0);
  const show = useEffectEvent(() => {
    const node = view.nodes[draft.get()?.uid ?? ""];
    if (!node) return;
    const { width, height } = store.getState();
    const { x, y, zoom } = getViewport();
    if (Object.keys(view.nodes).length === 1) {
      setViewport({ x: width / 2 - (node.x + node.width / 2) * zoom, y: height / 4 - node.y * zoom, zoom });
      return;
    }
    const [left, top] = [node.x * zoom + x, node.y * zoom + y];
    const right = along(left, node.width * zoom, MARGIN.left, width - MARGIN.right);
    const down = along(top, node.height * zoom, MARGIN.top, height - MARGIN.bottom);
    if (right || down) setViewport({ x: x + right, y: y + down, zoom }, moving(PAN_MS));
  });
  useEffect(() => {
    if (at && hasSize) show();
  }, [at, hasSize]);
}

/** The way by which an interval comes between two limits. */
function along(start: number, length: number, least: number, most: number): number {
  if (start < least) return least - start;
  return Math.min(0, Math.max(most - (start + length), least - start));
}
