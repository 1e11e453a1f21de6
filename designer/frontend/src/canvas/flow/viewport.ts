import { useReactFlow, useStoreApi, type ViewportHelperFunctionOptions } from "@xyflow/react";
import { useCallback, useEffect, useRef } from "react";
import type { View } from "../protocol/protocol.gen";
import { NOTE_WIDTH, START_SPACE } from "../protocol/states.gen";
import { bounds, centre, type Rect, rectangles } from "../routing/geometry";
import { LABEL_HEIGHT, labelWidth } from "../routing/labels";
import type { RoutedEdge } from "../routing/routedEdges";
import { START_SIZE } from "../routing/startMark";
import type { CanvasEdge } from "./edges";

const MARGIN = { top: 24, side: 32, bottom: 40 };
export const MIN_ZOOM = 0.1;
/** The smallest zoom at which names can be read. */
const LEGIBLE = 0.6;
const NOTE_HEIGHT = 100;

/** Shows the whole flow, with its edges and labels. */
export function useShowAll(
  view: View,
  edges: CanvasEdge[],
): (movement?: ViewportHelperFunctionOptions) => void {
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (movement = {}) => {
      const { width, height } = store.getState();
      const all = extent(view, edges);
      const zoom = Math.max(MIN_ZOOM, Math.min(1, fitting(all, width, height)));
      const spare = height - MARGIN.top - MARGIN.bottom - all.height * zoom;
      const y = MARGIN.top + Math.max(0, spare / 2);
      setViewport({ x: width / 2 - centre(all).x * zoom, y: y - all.y * zoom, zoom }, movement);
    },
    [view, edges, setViewport, store],
  );
}

/**
 * Shows a flow that is new on the board as a whole, or from its start on where its names could not be read
 * then. The viewport is not moved while the flow stays the same.
 */
export function useFirstLook(view: View, edges: CanvasEdge[]): void {
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  const showAll = useShowAll(view, edges);
  const seen = useRef<View["nodes"]>({});
  useEffect(() => {
    const ids = Object.keys(view.nodes);
    const isOther = ids.length > 1 && !ids.some((id) => id in seen.current);
    seen.current = view.nodes;
    if (!isOther) return;
    const { width, height } = store.getState();
    const all = extent(view, edges);
    if (fitting(all, width, height) >= LEGIBLE) {
      showAll();
      return;
    }
    const start = rectangles(view).get(view.edges[":start:"]?.target ?? "") ?? all;
    const middle = all.width * LEGIBLE < width ? centre(all).x : centre(start).x;
    const y = MARGIN.top - (start.y - START_SPACE) * LEGIBLE;
    setViewport({ x: width / 2 - middle * LEGIBLE, y, zoom: LEGIBLE });
  }, [view, edges, showAll, setViewport, store]);
}

function fitting(all: Rect, width: number, height: number): number {
  return Math.min((width - 2 * MARGIN.side) / all.width, (height - MARGIN.top - MARGIN.bottom) / all.height);
}

/** The rectangle around all states, edges and labels. */
function extent(view: View, edges: CanvasEdge[]): Rect {
  const routed = edges.flatMap(({ data }) => data ?? []);
  const states = [...rectangles(view).values()];
  const all = [
    ...states,
    ...annotationRects(view),
    ...routed.flatMap(({ path }) => path),
    ...routed.flatMap(labelBox),
  ];
  return all.length > 0 ? bounds(all) : { x: 0, y: 0, width: START_SIZE, height: START_SIZE };
}

/** Lanes, and notes with about their height. */
function annotationRects(view: View): Rect[] {
  const notes = Object.values(view.notes).map(({ x, y }) => ({
    x,
    y,
    width: NOTE_WIDTH,
    height: NOTE_HEIGHT,
  }));
  return [...Object.values(view.lanes), ...notes];
}

function labelBox({ label, place }: RoutedEdge): Rect[] {
  if (!place) return [];
  const width = labelWidth(label);
  return [{ x: place.x - width / 2, y: place.y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT }];
}
