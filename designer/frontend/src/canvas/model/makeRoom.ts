import type { Node, View } from "../protocol/protocol.gen";
import { GAP_DOWN, PADDING } from "../protocol/states.gen";

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
 * The view with room for a node that is put between others: it stands on none that it follows or that stands
 * higher, and what it would cover moves down with everything below that.
 */
export function madeRoom(view: View, wanted: Node, behind: Node | undefined): View {
  const others = Object.values(view.nodes).filter(
    ({ id, parent }) => parent === wanted.parent && id !== wanted.id,
  );
  const node = lowered(others, behind && reaches(behind, wanted, 0) ? below([behind], wanted) : wanted);
  const hit = others.filter((other) => reaches(other, node, GAP_DOWN) && other.y >= node.y);
  const nodes = { ...view.nodes, [node.id]: node };
  if (hit.length === 0) return { ...view, nodes };
  const line = Math.min(...hit.map(({ y }) => y));
  const down = node.y + node.height + GAP_DOWN - line;
  for (const other of others) {
    if (other.y >= line) nodes[other.id] = { ...other, y: other.y + down };
  }
  return { ...view, nodes };
}

function lowered(others: Node[], wanted: Node): Node {
  const above = others.filter((other) => other.y < wanted.y && reaches(other, wanted, 0));
  return above.length === 0 ? wanted : lowered(others, below(above, wanted));
}

function below(nodes: Node[], wanted: Node): Node {
  return { ...wanted, y: Math.max(...nodes.map(({ y, height }) => y + height)) + GAP_DOWN };
}

/** Tells if `node` covers a part of `wanted`, or of the gap below it. */
function reaches(node: Node, wanted: Node, gap: number): boolean {
  const isAcross = node.x < wanted.x + wanted.width && wanted.x < node.x + node.width;
  return isAcross && node.y < wanted.y + wanted.height + gap && wanted.y < node.y + node.height;
}
