import { Handle, Position } from "@xyflow/react";
import { leadsOn } from "../../model/cards";
import type { Node } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";

/** The points from which arrows are drawn: below a card and beside it; an arrow may end anywhere on it. */
export function CardHandles({ node }: { node: Node }) {
  const { words } = useTools();
  const isShown = leadsOn(node.type);
  const look = `handle handle-out${isShown ? "" : " is-none"}`;
  return (
    <>
      <Handle
        id="in"
        type="target"
        position={Position.Top}
        className="handle-in"
        isConnectableStart={false}
      />
      {(["out", "aside"] as const).map((id) => (
        <Handle
          key={id}
          id={id}
          type="source"
          position={id === "out" ? Position.Bottom : Position.Right}
          className={look}
          title={words("handle.card")}
          data-handle={id}
          isConnectable={isShown}
          isConnectableEnd={false}
        />
      ))}
    </>
  );
}
