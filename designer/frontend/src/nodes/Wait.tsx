import type { Node } from "../protocol.gen";
import { Card } from "./Card";
import { GLYPHS } from "./glyphs";

export function Wait({ node }: { node: Node }) {
  return <Card node={node} family="wait" icon={<GLYPHS.Wait size={20} />} />;
}
