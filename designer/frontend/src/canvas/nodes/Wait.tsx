import { GLYPHS } from "../icons/glyphs";
import type { Node } from "../protocol/protocol.gen";
import { Card } from "./parts/Card";

export function Wait({ node }: { node: Node }) {
  return <Card node={node} family="wait" icon={<GLYPHS.Wait size={20} />} />;
}
