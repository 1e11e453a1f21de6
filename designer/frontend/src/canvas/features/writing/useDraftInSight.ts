import { useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { useEffect, useEffectEvent } from "react";
import { useCell } from "../../base/cell";
import { moving } from "../../flow/motion";
import { arriving } from "../../model/graph";
import type { View } from "../../protocol/protocol.gen";
import { bounds } from "../../routing/geometry";
import { useTools } from "../../tools/context";

const MARGIN = { top: 24, right: 32, bottom: 76, left: 32 };
const PAN_MS = 120;

/**
 * Scrolls just as far as a new card needs to be seen, with the card that its arrow comes from where both have room,
 * and never zooms; the first card stands in the middle.
 */
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
    const space = {
      width: width - MARGIN.left - MARGIN.right,
      height: height - MARGIN.top - MARGIN.bottom,
    };
    const before = arriving(view, node.id).flatMap(({ source }) => view.nodes[source] ?? []);
    const both = bounds([node, ...before]);
    const isRoomy = both.width * zoom <= space.width && both.height * zoom <= space.height;
    const wanted = isRoomy ? both : node;
    const [left, top] = [wanted.x * zoom + x, wanted.y * zoom + y];
    const right = along(left, wanted.width * zoom, MARGIN.left, width - MARGIN.right);
    const down = along(top, wanted.height * zoom, MARGIN.top, height - MARGIN.bottom);
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
