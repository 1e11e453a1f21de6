import type { Node } from "../protocol.gen";
import { Container } from "./Container";
import { GLYPHS } from "./glyphs";

// biome-ignore lint/suspicious/noShadowRestrictedNames: the name of the state type
export function Map({ node }: { node: Node }) {
  return <Container node={node} icon={<GLYPHS.Map size={18} />} />;
}
