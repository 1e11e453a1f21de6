import { SIGNS } from "../icons/glyphs";
import { ServiceIcon } from "../icons/ServiceIcon";
import type { Node } from "../protocol/protocol.gen";
import { useViewMode } from "../tools/context";
import { Card } from "./parts/Card";

export function Task({ node }: { node: Node }) {
  const look = useViewMode();
  const icon = look === "business" ? <SIGNS.work size={20} /> : <ServiceIcon service={node.service} />;
  return <Card node={node} family="task" icon={icon} />;
}
