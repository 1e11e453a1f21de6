import { BaseEdge, type EdgeProps, useStoreApi } from "@xyflow/react";
import { memo } from "react";
import { createPortal } from "react-dom";
import { selectState } from "../../shared/stateSelection";
import { useCell } from "../base/cell";
import type { CanvasEdge } from "../flow/edges";
import { edgeLabelLayer } from "../flow/reactFlowDom";
import { Badge } from "../nodes/parts/Badge";
import { InlineField } from "../nodes/parts/InlineField";
import type { Point } from "../routing/geometry";
import { halfway, svgPath } from "../routing/path";
import { useTools } from "../tools/context";

const LONGEST_LABEL = 200;

/**
 * An edge of any kind; during a drag it is shown as it is routed meanwhile. React Flow renders it only once its
 * own element is there, so the layer for labels is read without a subscription for each edge.
 */
export const Transition = memo(function Transition({ id, data, selected }: EdgeProps<CanvasEdge>) {
  const store = useStoreApi();
  const { drop, dragged, renaming, dispatch, words: say } = useTools();
  const isTarget = useCell(drop, ({ edge }) => edge === id);
  const isRenaming = useCell(renaming, (value) => value === id);
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
      {isRenaming &&
        layer &&
        createPortal(
          <div className="arrow-field" style={{ transform: placed(place ?? halfway(path)) }}>
            <InlineField
              label={say("arrow.words")}
              value={label}
              longest={LONGEST_LABEL}
              mayBeEmpty
              onAccept={(text) => dispatch({ kind: "label-arrow", edge: id, label: text })}
              onClose={() => renaming.get() === id && renaming.set(null)}
              onDone={() => selectState(edge.target)}
            />
          </div>,
          layer,
        )}
      {place &&
        !isRenaming &&
        layer &&
        createPortal(
          <div
            className={`arrow-label arrow-label-${edge.kind}${state}`}
            style={{
              maxWidth: width,
              transform: placed(place),
            }}
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

function placed({ x, y }: Point): string {
  return `translate(-50%, -50%) translate(${x}px, ${y}px)`;
}
