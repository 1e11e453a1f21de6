import type { Node, View } from "../protocol.gen";
import { GAP_DOWN, PADDING } from "../states.gen";

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

/**
 * The view with room for a node that is put between others: it does not stand on the one that it follows, and
 * what it would cover moves down with everything below that.
 */
export function madeRoom(view: View, wanted: Node, behind: Node | undefined): View {
  const others = Object.values(view.nodes).filter((node) => node.parent === wanted.parent);
  const isOnto = behind !== undefined && reaches(behind, wanted, 0);
  const node = isOnto && behind ? { ...wanted, y: behind.y + behind.height + GAP_DOWN } : wanted;
  const middle = node.y + node.height / 2;
  const hit = others.filter(
    (other) => other !== behind && reaches(other, node, GAP_DOWN) && other.y + other.height / 2 > middle,
  );
  const nodes = { ...view.nodes, [node.id]: node };
  if (hit.length === 0) return { ...view, nodes };
  const line = Math.min(...hit.map(({ y }) => y));
  const down = node.y + node.height + GAP_DOWN - line;
  for (const other of others) {
    if (other.y >= line && other !== behind) nodes[other.id] = { ...other, y: other.y + down };
  }
  return { ...view, nodes };
}

/** Whether `node` reaches into the place of `wanted`, or into the gap below it. */
function reaches(node: Node, wanted: Node, gap: number): boolean {
  const isAcross = node.x < wanted.x + wanted.width && wanted.x < node.x + node.width;
  return isAcross && node.y < wanted.y + wanted.height + gap && wanted.y < node.y + node.height;
}
