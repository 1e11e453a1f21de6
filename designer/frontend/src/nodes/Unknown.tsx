import type { Node } from "../protocol.gen";
import { Card } from "./Card";
import { SIGNS } from "./glyphs";

/** A state whose type is missing or not known. */
export function Unknown({ node }: { node: Node }) {
  return <Card node={node} family="unknown" icon={<SIGNS.unknown size={20} />} />;
}
