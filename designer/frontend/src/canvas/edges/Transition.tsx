import { BaseEdge, type EdgeProps, useStoreApi } from "@xyflow/react";
import { memo } from "react";
import { createPortal } from "react-dom";
import { useCell } from "../base/cell";
import type { CanvasEdge } from "../flow/edges";
import { edgeLabelLayer } from "../flow/reactFlowDom";
import { Badge } from "../nodes/parts/Badge";
import { svgPath } from "../routing/path";
import { useTools } from "../tools/context";
import { centredOn } from "./labels";

/**
 * An edge of any kind; during a drag it is shown as it is routed meanwhile. React Flow renders it only once its
 * own element is there, so the layer for labels is read without a subscription for each edge.
 */
export const Transition = memo(function Transition({ id, data, selected }: EdgeProps<CanvasEdge>) {
  const store = useStoreApi();
  const { drop, dragged } = useTools();
  const isTarget = useCell(drop, ({ edge }) => edge === id);
  const meanwhile = useCell(dragged, (routes) => routes.get(id));
  if (!data) return null;
  const { edge, label, words, width } = data;
  const { path, place, leader } = meanwhile?.edge === edge ? meanwhile : data;
  const layer = edgeLabelLayer(store.getState().domNode);
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
      {leader && <path d={svgPath(leader)} className={`arrow-leader arrow-${edge.kind}`} />}
      {place &&
        layer &&
        createPortal(
          <div
            className={`arrow-label arrow-label-${edge.kind}${state}`}
            style={{ maxWidth: width, transform: centredOn(place) }}
            data-edge-label={id}
            title={label}
          >
            {words && <span className="arrow-words">{words}</span>}
            <Badge markers={edge.markers} />
          </div>,
          layer,
        )}
    </>
  );
});
