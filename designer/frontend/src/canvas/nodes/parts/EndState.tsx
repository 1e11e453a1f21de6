import type { ReactNode } from "react";
import type { Node } from "../../protocol/protocol.gen";
import { Badge } from "./Badge";
import { Details } from "./Details";
import { Handles } from "./Handles";
import { Name } from "./Name";

/** A state that ends the flow: a rounded mark. */
export function EndState({ node, icon, family }: { node: Node; icon: ReactNode; family: string }) {
  return (
    <div
      className={`end-state family-${family}`}
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
      <Handles node={node} />
    </div>
  );
}
