import type { Node } from "../protocol.gen";
import { Container } from "./Container";
import { GLYPHS } from "./glyphs";

export function Map({ node }: { node: Node }) {
  return <Container node={node} icon={<GLYPHS.Map size={18} />} />;
}
