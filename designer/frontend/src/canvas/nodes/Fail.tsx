import { GLYPHS } from "../icons/glyphs";
import type { Node } from "../protocol/protocol.gen";
import { EndState } from "./parts/EndState";

export function Fail({ node }: { node: Node }) {
  return <EndState node={node} family="fail" icon={<GLYPHS.Fail size={20} />} />;
}
