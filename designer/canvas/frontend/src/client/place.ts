import type { Node, View } from "../protocol.gen";
import { PADDING } from "../sizes.gen";

/** The view in which the container `id`, and those around it, are large enough for what is in them. */
export function grown(view: View, id: string): View {
  const container = view.nodes[id];
  if (!container) return view;
  const inner = Object.values(view.nodes).filter((node) => node.parent === id);
  const width = Math.max(container.width, ...inner.map((node) => node.x + node.width + PADDING));
  const height = Math.max(container.height, ...inner.map((node) => node.y + node.height + PADDING));
  if (width === container.width && height === container.height) return view;
  const node: Node = { ...container, width, height };
  return grown({ ...view, nodes: { ...view.nodes, [id]: node } }, container.parent);
}
