import type { Node } from "../protocol.gen";
import { EndState } from "./EndState";
import { GLYPHS } from "./glyphs";

export function Succeed({ node }: { node: Node }) {
  return <EndState node={node} family="succeed" icon={<GLYPHS.Succeed size={20} />} />;
}
