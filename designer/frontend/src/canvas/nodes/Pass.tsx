import { GLYPHS } from "../icons/glyphs";
import type { Node } from "../protocol/protocol.gen";
import { Card } from "./parts/Card";

export function Pass({ node }: { node: Node }) {
  return <Card node={node} family="pass" icon={<GLYPHS.Pass size={20} />} />;
}
