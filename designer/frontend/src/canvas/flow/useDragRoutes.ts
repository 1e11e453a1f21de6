import type { NodeChange } from "@xyflow/react";
import { useCallback, useLayoutEffect, useRef } from "react";
import { useLatest } from "../base/useLatest";
import type { View } from "../protocol/protocol.gen";
import { type Point, rectangles } from "../routing/geometry";
import { type Drag, startDrag } from "../routing/moving";
import { NOTHING_DRAGGED, useTools } from "../tools/context";
import type { CanvasEdge } from "./edges";
import type { CanvasNode } from "./nodes";

interface Step {
  corners: Map<string, Point>;
  isGoingOn: boolean;
}

/** Routes the edges anew at each step of a drag of states; the step is a change of React Flow's nodes. */
export function useDragRoutes(view: View, edges: CanvasEdge[]): (changes: NodeChange<CanvasNode>[]) => void {
  const { dragged } = useTools();
  const latest = useLatest({ view, edges });
  const drag = useRef<{ edges: CanvasEdge[]; drag: Drag } | null>(null);
  const last = useRef<Step | null>(null);

  const show = useCallback(
    ({ corners }: Step) => {
      const { view, edges } = latest.current;
      const ids = [...corners.keys()];
      const isSame = drag.current?.edges === edges && String(drag.current.drag.ids) === String(ids);
      if (!drag.current || !isSame) {
        const routed = edges.flatMap(({ data }) => data ?? []);
        drag.current = { edges, drag: startDrag(view, routed, ids) };
      }
      dragged.set(drag.current.drag.routes(corners));
    },
    [latest, dragged],
  );
  useLayoutEffect(() => {
    if (drag.current?.edges === edges) return;
    if (last.current?.isGoingOn) show(last.current);
    else dragged.set(NOTHING_DRAGGED);
  }, [edges, dragged, show]);

  return useCallback(
    (changes) => {
      const step = stepOf(latest.current.view, changes);
      if (step.corners.size === 0) return;
      last.current = step;
      show(step);
    },
    [latest, show],
  );
}

/** The corners on the canvas that dragged states have now. */
function stepOf(view: View, changes: NodeChange<CanvasNode>[]): Step {
  const step: Step = { corners: new Map(), isGoingOn: false };
  const rects = changes.some(({ type }) => type === "position") ? rectangles(view) : new Map();
  for (const change of changes) {
    if (change.type !== "position" || !change.position) continue;
    const node = view.nodes[change.id];
    if (!node) continue;
    const around = rects.get(node.parent) ?? { x: 0, y: 0 };
    step.corners.set(change.id, { x: around.x + change.position.x, y: around.y + change.position.y });
    step.isGoingOn ||= Boolean(change.dragging);
  }
  return step;
}
