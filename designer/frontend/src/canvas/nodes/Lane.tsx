import { type Node as FlowNode, type NodeProps, NodeResizer } from "@xyflow/react";
import { memo } from "react";
import { useCell } from "../base/cell";
import { SIGNS } from "../icons/glyphs";
import type { Lane as LaneData } from "../protocol/protocol.gen";
import { LEAST_LANE } from "../protocol/states.gen";
import { useTools } from "../tools/context";
import { InlineField } from "./parts/InlineField";

const LONGEST_OWNER = 80;

/** An owner's lane behind the states. Only its title and the handles for its size take clicks. */
export const Lane = memo(function Lane({
  data: { lane },
  selected,
}: NodeProps<FlowNode<{ lane: LaneData }>>) {
  const { dispatch, renaming, words } = useTools();
  const isRenaming = useCell(renaming, (id) => id === lane.id);
  return (
    <div className="lane" data-lane={lane.id}>
      <NodeResizer
        isVisible={selected}
        minWidth={LEAST_LANE}
        minHeight={LEAST_LANE}
        onResizeEnd={(_event, { x, y, width, height }) =>
          dispatch({
            kind: "resize-lane",
            id: lane.id,
            x: Math.round(x),
            y: Math.round(y),
            width: Math.round(width),
            height: Math.round(height),
          })
        }
      />
      <div className="lane-title" data-rename>
        <SIGNS.owner size={16} aria-hidden />
        {isRenaming ? (
          <InlineField
            label={words("lane.owner")}
            value={lane.owner}
            longest={LONGEST_OWNER}
            onAccept={(owner) => dispatch({ kind: "rename-lane", id: lane.id, owner })}
            onClose={() => renaming.get() === lane.id && renaming.set(null)}
          />
        ) : (
          <span className="lane-owner">{lane.owner}</span>
        )}
      </div>
    </div>
  );
});
