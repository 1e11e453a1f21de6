import { Position } from "@xyflow/react";
import { leadsOn } from "../../model/cards";
import type { Node } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { Port } from "./Port";

/** The points from which arrows are drawn: below a card and beside it; an arrow may end anywhere on it. */
export function CardHandles({ node }: { node: Node }) {
  const { words } = useTools();
  const isShown = leadsOn(node.type);
  const look = `handle handle-out${isShown ? "" : " is-none"}`;
  return (
    <>
      <Port id="in" type="target" position={Position.Top} className="handle-in" />
      {(["out", "aside"] as const).map((id) => (
        <Port
          key={id}
          id={id}
          type="source"
          position={id === "out" ? Position.Bottom : Position.Right}
          className={look}
          title={words("handle.card")}
          isOpen={isShown}
        />
      ))}
    </>
  );
}
