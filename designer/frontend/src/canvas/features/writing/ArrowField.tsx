import { useStore } from "@xyflow/react";
import { createPortal } from "react-dom";
import { selectState } from "../../../shared/stateSelection";
import { useCell } from "../../base/cell";
import { centredOn, labelSelector } from "../../edges/labels";
import { edgeLabelLayer } from "../../flow/reactFlowDom";
import type { Flow } from "../../flow/useFlow";
import { InlineField } from "../../nodes/parts/InlineField";
import { halfway } from "../../routing/path";
import { useTools } from "../../tools/context";

const LONGEST_LABEL = 200;

/** The field for the words of an arrow, in the place of its label. One for all, so no arrow waits for it. */
export function ArrowField({ flow }: { flow: Flow }) {
  const { renaming, dispatch, words } = useTools();
  const id = useCell(renaming, (value) => value);
  const layer = edgeLabelLayer(useStore(({ domNode }) => domNode));
  const arrow = id && flow.edges.find((edge) => edge.id === id)?.data;
  if (!arrow || !layer) return null;
  return createPortal(
    <div className="arrow-field" style={{ transform: centredOn(arrow.place ?? halfway(arrow.path)) }}>
      <style>{`${labelSelector(id)} { visibility: hidden; }`}</style>
      <InlineField
        key={id}
        label={words("arrow.words")}
        value={arrow.label}
        longest={LONGEST_LABEL}
        mayBeEmpty
        onAccept={(label) => dispatch({ kind: "label-arrow", edge: id, label })}
        onClose={() => renaming.get() === id && renaming.set(null)}
        onDone={() => selectState(arrow.edge.target)}
      />
    </div>,
    layer,
  );
}
