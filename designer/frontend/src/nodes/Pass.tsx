import type { Node } from "../protocol.gen";
import { Card } from "./Card";
import { GLYPHS } from "./glyphs";

export function Pass({ node }: { node: Node }) {
  return <Card node={node} family="pass" icon={<GLYPHS.Pass size={20} />} />;
}
