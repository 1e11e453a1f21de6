import { BaseEdge, type EdgeProps, type InternalNode, useInternalNode, useStore } from "@xyflow/react";
import { memo } from "react";
import { createPortal } from "react-dom";
import { useCell } from "../base/cell";
import type { CanvasEdge } from "../flow/edges";
import { edgeLabelLayer } from "../flow/reactFlowDom";
import { Badge } from "../nodes/parts/Badge";
import { isSame, type Point, type Rect } from "../routing/geometry";
import { halfway, type Path, svgPath } from "../routing/path";
import { route } from "../routing/route";
import type { RoutedEdge } from "../routing/routedEdges";
import { useTools } from "../tools/context";

/** An edge of any kind; while one of its ends is dragged it follows, without regard to the other states. */
export const Transition = memo(function Transition({
  id,
  source,
  target,
  data,
  selected,
}: EdgeProps<CanvasEdge>) {
  const from = useInternalNode(source);
  const to = useInternalNode(target);
  const board = useStore((state) => state.domNode);
  const { drop } = useTools();
  const isTarget = useCell(drop, ({ edge }) => edge === id);
  if (!data || !from || !to) return null;
  const { edge, label } = data;
  const { path, place } = current(data, rectangle(from), rectangle(to));
  const layer = edgeLabelLayer(board);
  const state = `${selected ? " is-selected" : ""}${isTarget ? " is-target" : ""}`;
  return (
    <>
      <BaseEdge
        id={id}
        path={svgPath(path)}
        className={`arrow arrow-${edge.kind}${state}`}
        markerEnd={`url(#arrowhead-${selected || isTarget ? "accent" : edge.kind})`}
        interactionWidth={22}
        data-arrow={edge.kind}
        data-from={edge.source}
        data-to={edge.target}
      />
      {place &&
        layer &&
        createPortal(
          <div
            className={`arrow-label arrow-label-${edge.kind}${state}`}
            style={{ transform: `translate(-50%, -50%) translate(${place.x}px, ${place.y}px)` }}
            data-edge-label={id}
            title={label}
          >
            {label && <span className="arrow-words">{label}</span>}
            <Badge markers={edge.markers} />
          </div>,
          layer,
        )}
    </>
  );
});

function current(data: RoutedEdge, source: Rect, target: Rect): { path: Path; place: Point | null } {
  if (isSame(source, data.source) && isSame(target, data.target)) return data;
  const { edge, shift, aside } = data;
  const path = route({ kind: edge.kind, source, target, shift, aside }, []);
  return { path, place: data.place && halfway(path) };
}

function rectangle(node: InternalNode): Rect {
  const { x, y } = node.internals.positionAbsolute;
  return { x, y, width: node.width ?? 0, height: node.height ?? 0 };
}
