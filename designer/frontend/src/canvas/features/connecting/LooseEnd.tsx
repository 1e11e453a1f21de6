import { useReactFlow, useStore } from "@xyflow/react";
import { useCell } from "../../base/cell";
import type { Entry } from "../../model/entries";
import { type LooseEnd as End, useTools } from "../../tools/context";
import { EdgeTarget, type Offer } from "./EdgeTarget";

const SIZE = { width: 320, height: 380 };
const MARGIN = 8;

/** The list at the end of an edge that was drawn to a free place: what can be put there. */
export function LooseEnd({ onPick, ...offer }: Offer & { onPick: (entry: Entry, loose: End) => void }) {
  const { looseEnd } = useTools();
  const loose = useCell(looseEnd, (value) => value);
  const { flowToScreenPosition } = useReactFlow();
  const board = useStore((state) => state.domNode)?.getBoundingClientRect();
  if (!loose || !board) return null;
  const { x, y } = flowToScreenPosition(loose.point);
  const left = Math.min(x - board.left, board.width - SIZE.width - MARGIN);
  const top = Math.min(y - board.top, board.height - SIZE.height - MARGIN);
  return (
    <EdgeTarget
      {...offer}
      kind={loose.kind}
      from={loose.after ? offer.view.nodes[loose.after] : undefined}
      scope={loose.scope}
      isNewFirst
      style={{
        left: Math.max(MARGIN, left),
        top: Math.max(MARGIN, top),
        width: SIZE.width,
        transform: "none",
      }}
      onNew={(entry) => onPick(entry, loose)}
      onClose={() => looseEnd.set(null)}
    />
  );
}
