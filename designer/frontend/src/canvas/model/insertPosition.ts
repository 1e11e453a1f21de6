import type { Edge, Node, View } from "../protocol/protocol.gen";
import { leaving, newEdge, waysOut } from "./graph";

/** The position of a state that is put into a scope: behind a state, into an edge that leads on, or neither. */
export interface Seat {
  behind: Node | undefined;
  arrow: Edge | undefined;
}

export function seatOf(view: View, wanted: { edge: string | null; after: string | null }): Seat {
  const arrow = wanted.edge ? view.edges[wanted.edge] : undefined;
  if (arrow) return { behind: arrow.kind === "start" ? undefined : view.nodes[arrow.source], arrow };
  const behind = wanted.after ? view.nodes[wanted.after] : undefined;
  const way = behind && waysOut(behind.type)[0];
  return { behind, arrow: behind && way ? leaving(view, behind.id, way)[0] : undefined };
}

/** The edges once `node` is put in; the first state of a scope becomes its start. */
export function linked(view: View, node: Node, { behind, arrow }: Seat): Edge[] {
  const edges = Object.values(view.edges);
  if (arrow) {
    const redirected = edges.map((edge) => (edge.id === arrow.id ? { ...edge, target: node.id } : edge));
    return [...redirected, ...onward(node, arrow.target)];
  }
  const way = behind && waysOut(behind.type)[0];
  if (behind && way) return [...edges, newEdge(behind.id, way, node.id)];
  const isFirst = !behind && !Object.values(view.nodes).some((other) => other.parent === node.parent);
  return isFirst ? [...edges, newEdge(node.parent, "start", node.id)] : edges;
}

function onward(node: Node, target: string): Edge[] {
  const way = waysOut(node.type)[0];
  return way ? [newEdge(node.id, way, target)] : [];
}
