import { GLYPHS } from "../icons/glyphs";
import type { Node } from "../protocol/protocol.gen";
import { Container } from "./parts/Container";

export function MapState({ node }: { node: Node }) {
  return <Container node={node} icon={<GLYPHS.Map size={18} />} />;
}
