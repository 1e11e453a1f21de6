import type { Node } from "../protocol.gen";
import { EndState } from "./EndState";
import { GLYPHS } from "./glyphs";

export function Fail({ node }: { node: Node }) {
  return <EndState node={node} family="fail" icon={<GLYPHS.Fail size={20} />} />;
}
