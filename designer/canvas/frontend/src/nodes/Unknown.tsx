import { CircleQuestionMark } from "lucide-react";
import type { Node } from "../protocol.gen";
import { Card } from "./Card";

/** A state whose type is missing or not known. */
export function Unknown({ node }: { node: Node }) {
  return <Card node={node} family="unknown" icon={<CircleQuestionMark size={20} />} />;
}
