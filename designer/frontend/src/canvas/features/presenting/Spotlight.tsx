import { useReactFlow, useStore } from "@xyflow/react";
import { useEffect } from "react";
import { moving } from "../../flow/motion";
import { edgeSelector, nodeSelector } from "../../flow/reactFlowDom";
import type { View } from "../../protocol/protocol.gen";
import { centre, rectangles } from "../../routing/geometry";
import { type Continuation, withAround } from "./tour";

/** The largest zoom for a state, and the smallest for a container. */
const NEAREST = 1.5;
const FARTHEST = 0.35;
/** The part of the screen's height that the words leave to the flow. */
const ABOVE = 0.62;
const MARGIN = 120;
const PAN_MS = 500;

/** Brings the current state to the middle, and highlights it and the edge that is chosen. */
export function Spotlight({
  view,
  current,
  continuation,
}: {
  view: View;
  current: string;
  continuation: Continuation | undefined;
}) {
  const { setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    const rect = rectangles(view).get(current);
    if (!rect) return;
    const room = height * ABOVE;
    const fitting = Math.min((width - MARGIN) / rect.width, (room - MARGIN) / rect.height);
    const zoom = Math.max(FARTHEST, Math.min(NEAREST, fitting));
    const { x, y } = centre(rect);
    setViewport({ x: width / 2 - x * zoom, y: room / 2 - y * zoom, zoom }, moving(PAN_MS));
  }, [view, current, width, height, setViewport]);
  const lit = withAround(view, current).map(nodeSelector);
  const arrow = continuation?.edge && edgeSelector(continuation.edge.id);
  return (
    <style>{`
      ${[...lit, ...(arrow ? [arrow] : [])].join(", ")} { opacity: 1 !important; }
      ${nodeSelector(current)} { outline: 4px solid var(--accent); outline-offset: 6px; }
      ${arrow ? `${arrow} .arrow { stroke: var(--accent); stroke-width: 4; }` : ""}
    `}</style>
  );
}
