import { Position } from "@xyflow/react";
import { useCell } from "../../base/cell";
import { transitionKinds } from "../../model/graph";
import type { EdgeKind, Node } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { Port } from "./Port";

const SIDES: Partial<Record<EdgeKind, Position>> = { catch: Position.Right };

/** The points from which edges are drawn, one for each kind; an edge may end anywhere on the state. */
export function Handles({ node }: { node: Node }) {
  const { drop, words } = useTools();
  const isFollowed = useCell(drop, ({ after }) => after === node.id);
  return (
    <>
      <Port id="in" type="target" position={Position.Top} className="handle-in" />
      {transitionKinds(node.type).map((kind, index) => (
        <Port
          key={kind}
          id={kind}
          type="source"
          position={SIDES[kind] ?? Position.Bottom}
          className={`handle handle-${kind}${isFollowed && index === 0 ? " is-target" : ""}`}
          title={words(`handle.${kind}`)}
        />
      ))}
    </>
  );
}
