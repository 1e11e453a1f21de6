import type { ReactNode } from "react";
import type { Folded } from "../../model/folding";
import { useTools } from "../../tools/context";
import { Badge } from "./Badge";
import { EndMark } from "./Card";
import { Fold } from "./Fold";
import { Handles } from "./Handles";
import { Name } from "./Name";

/** A folded container: a card that says how many states are in it. */
export function FoldedCard({ node, icon }: { node: Folded; icon: ReactNode }) {
  const { words } = useTools();
  return (
    <div
      className="card folded family-map"
      data-state={node.name}
      data-type={node.type}
      data-scope={node.parent}
    >
      <span className="icon">{icon}</span>
      <span className="texts">
        <Name node={node} />
        <span className="details">{words("fold.count", { count: node.inner })}</span>
      </span>
      <Fold node={node} />
      <Badge markers={node.markers} />
      {node.terminal && <EndMark />}
      <Handles node={node} />
    </div>
  );
}
