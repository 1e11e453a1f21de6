import type { ReactNode } from "react";
import { useCell } from "../../base/cell";
import { isFolded } from "../../model/folding";
import type { Node } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { Badge } from "./Badge";
import { EndMark } from "./Card";
import { Details } from "./Details";
import { EmptyScope } from "./EmptyScope";
import { Fold } from "./Fold";
import { FoldedCard } from "./FoldedCard";
import { Handles } from "./Handles";
import { Name } from "./Name";

/** A state with states in it: a title bar, and room below. */
export function Container({ node, icon, action }: { node: Node; icon: ReactNode; action?: ReactNode }) {
  const { drop } = useTools();
  const isTarget = useCell(drop, ({ scope }) => scope === node.id);
  if (isFolded(node)) return <FoldedCard node={node} icon={icon} />;
  return (
    <div
      className={`container${isTarget ? " is-target" : ""}`}
      data-state={node.name}
      data-type={node.type}
      data-scope={node.parent}
    >
      <div className="title">
        <span className="icon">{icon}</span>
        <Name node={node} />
        <Details node={node} />
        {action}
        <Fold node={node} />
      </div>
      {node.type === "Map" && <EmptyScope id={node.id} />}
      <Badge markers={node.markers} />
      {node.terminal && <EndMark />}
      <Handles node={node} />
    </div>
  );
}
