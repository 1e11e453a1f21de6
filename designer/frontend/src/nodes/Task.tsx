import { useLook } from "../context";
import type { Node } from "../protocol.gen";
import { ServiceIcon } from "../services/ServiceIcon";
import { Card } from "./Card";
import { SIGNS } from "./glyphs";

export function Task({ node }: { node: Node }) {
  const look = useLook();
  const icon = look === "business" ? <SIGNS.work size={20} /> : <ServiceIcon service={node.service} />;
  return <Card node={node} family="task" icon={icon} />;
}
