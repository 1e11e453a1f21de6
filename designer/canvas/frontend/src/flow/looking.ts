import { type FitViewOptions, useReactFlow, useStore } from "@xyflow/react";
import { useEffect, useRef } from "react";
import type { View } from "../protocol.gen";
import { START_SPACE } from "../states.gen";
import { bounds, centre, rectangles } from "./geometry";

const MARGIN = 32;
const BELOW = 80;
/** The smallest zoom at which names can be read from afar. */
const LEGIBLE = 0.6;

export const FIT: FitViewOptions = {
  padding: { top: "24px", right: `${MARGIN}px`, bottom: `${BELOW}px`, left: `${MARGIN}px` },
  maxZoom: 1,
};

/**
 * A flow that is shown first, or in the place of another, is shown whole, or where its names could not be read
 * then, from its start on. The look at one flow is never moved.
 */
export function useFirstLook(view: View): void {
  const { fitView, setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const known = useRef<View["nodes"]>({});
  useEffect(() => {
    const ids = Object.keys(view.nodes);
    if (!width || !height) return;
    const isOther = ids.length > 0 && !ids.some((id) => id in known.current);
    const isGrownHere = ids.length === 1 && Object.keys(known.current).length === 0 && hasLooked.current;
    hasLooked.current = true;
    known.current = view.nodes;
    if (!isOther || isGrownHere) return;
    const rects = rectangles(view);
    const all = bounds([...rects.values()]);
    const fitting = Math.min((width - 2 * MARGIN) / all.width, (height - BELOW - MARGIN) / all.height);
    if (fitting >= LEGIBLE) {
      fitView(FIT);
      return;
    }
    const start = rects.get(view.edges[":start:"]?.target ?? "") ?? all;
    const middle = all.width * LEGIBLE < width ? centre(all).x : centre(start).x;
    const top = (start.y - START_SPACE) * LEGIBLE;
    setViewport({ x: width / 2 - middle * LEGIBLE, y: MARGIN / 2 - top, zoom: LEGIBLE });
  }, [view, width, height, fitView, setViewport]);
  const hasLooked = useRef(false);
}
