import { GLYPHS } from "../icons/glyphs";
import type { Node } from "../protocol/protocol.gen";
import { Badge } from "./parts/Badge";
import { Details } from "./parts/Details";
import { Handles } from "./parts/Handles";
import { Name } from "./parts/Name";

export function Choice({ node }: { node: Node }) {
  return (
    <div className="choice" data-state={node.name} data-type={node.type} data-scope={node.parent}>
      <svg className="choice-shape" preserveAspectRatio="none" viewBox="0 0 100 100" aria-hidden="true">
        <polygon points="10,1 90,1 99.5,50 90,99 10,99 0.5,50" vectorEffect="non-scaling-stroke" />
      </svg>
      <span className="icon">
        <GLYPHS.Choice size={20} />
      </span>
      <span className="texts">
        <Name node={node} />
        <Details node={node} />
      </span>
      <Badge markers={node.markers} />
      <Handles node={node} />
    </div>
  );
}
