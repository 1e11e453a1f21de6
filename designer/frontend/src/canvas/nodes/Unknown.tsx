import { SIGNS } from "../icons/glyphs";
import type { Node } from "../protocol/protocol.gen";
import { Card } from "./parts/Card";

/** A state whose type is missing or unknown. */
export function Unknown({ node }: { node: Node }) {
  return <Card node={node} family="unknown" icon={<SIGNS.unknown size={20} />} />;
}
