import type { Node } from "../protocol.gen";
import { ServiceIcon } from "../services/ServiceIcon";
import { Card } from "./Card";

export function Task({ node }: { node: Node }) {
  return <Card node={node} family="task" icon={<ServiceIcon service={node.service} />} />;
}
