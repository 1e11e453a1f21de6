import { GLYPHS } from "../icons/glyphs";
import type { Node } from "../protocol/protocol.gen";
import { EndState } from "./parts/EndState";

export function Succeed({ node }: { node: Node }) {
  return <EndState node={node} family="succeed" icon={<GLYPHS.Succeed size={20} />} />;
}
