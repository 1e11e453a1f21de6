import { useReactFlow, useStore } from "@xyflow/react";
import { useEffect, useEffectEvent, useRef } from "react";
import { useReveal } from "../../flow/useReveal";
import type { View } from "../../protocol/protocol.gen";

/**
 * Keeps the selected state in sight when the board gets smaller, since a panel opens or grows; a state that is
 * alone stays in the middle.
 */
export function useKeepInSight(view: View, selected: string[]): void {
  const reveal = useReveal();
  const { fitView, getZoom } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const before = useRef({ width, height });
  const keep = useEffectEvent((now: { width: number; height: number }) => {
    const isSmaller = now.width < before.current.width || now.height < before.current.height;
    before.current = now;
    if (!isSmaller || selected.length !== 1 || !selected[0]) return;
    const zoom = getZoom();
    if (Object.keys(view.nodes).length === 1) fitView({ minZoom: zoom, maxZoom: zoom });
    else reveal(selected[0], true);
  });
  useEffect(() => keep({ width, height }), [width, height]);
}
