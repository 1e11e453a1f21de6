import type { ReactNode } from "react";
import type { Node } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { Badge } from "./Badge";
import { Details } from "./Details";
import { Handles } from "./Handles";
import { Name } from "./Name";

/** A state as a card: icon, name, and a line that says more. */
export function Card({ node, icon, family }: { node: Node; icon: ReactNode; family: string }) {
  return (
    <div
      className={`card family-${family}`}
      data-state={node.name}
      data-type={node.type}
      data-scope={node.parent}
    >
      <span className="icon">{icon}</span>
      <span className="texts">
        <Name node={node} />
        <Details node={node} />
      </span>
      <Badge markers={node.markers} />
      {node.terminal && <EndMark />}
      <Handles node={node} />
    </div>
  );
}

/** Says that the flow ends after this state. */
export function EndMark() {
  const { words } = useTools();
  return <span className="end-mark" role="img" aria-label={words("mark.end")} title={words("mark.end")} />;
}
