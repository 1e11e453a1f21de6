import type { Edge, EdgeKind, Node, View } from "../protocol/protocol.gen";
import { leaving, newEdge, transitionKinds } from "./graph";

/**
 * The position of a state that is put into a scope: behind a state, into an edge that leads on, at the end of
 * a new edge of the kind `way`, or none of these.
 */
export interface InsertPosition {
  behind: Node | undefined;
  into: Edge | undefined;
  way?: EdgeKind;
}

export function insertPosition(
  view: View,
  wanted: { edge: string | null; after: string | null; way?: EdgeKind | null },
): InsertPosition {
  const behind = wanted.after ? view.nodes[wanted.after] : undefined;
  if (wanted.way) return { behind, into: undefined, way: wanted.way };
  const into = wanted.edge ? view.edges[wanted.edge] : undefined;
  if (into) return { behind: into.kind === "start" ? undefined : view.nodes[into.source], into };
  if (behind?.type === "Choice") return { behind, into: undefined, way: "choice" };
  const kind = behind && transitionKinds(behind.type)[0];
  return { behind, into: behind && kind ? leaving(view, behind.id, kind)[0] : undefined };
}

/** Tells if the position is between states, which are to make room. */
export function isBetween({ behind, into, way }: InsertPosition): boolean {
  return !way && (behind !== undefined || into !== undefined);
}

/** The edges once `node` is put in; the first state of a scope becomes its start. */
export function edgesWith(view: View, node: Node, { behind, into, way }: InsertPosition): Edge[] {
  const edges = Object.values(view.edges);
  if (into) {
    const redirected = edges.map((edge) => (edge.id === into.id ? { ...edge, target: node.id } : edge));
    return [...redirected, ...onward(node, into.target)];
  }
  const kind = way ?? (behind && transitionKinds(behind.type)[0]);
  if (behind && kind) return [...edges, newEdge(behind.id, kind, node.id, way ? edges.length : "")];
  const isFirst = !behind && !Object.values(view.nodes).some((other) => other.parent === node.parent);
  return isFirst ? [...edges, newEdge(node.parent, "start", node.id)] : edges;
}

function onward(node: Node, target: string): Edge[] {
  const kind = transitionKinds(node.type)[0];
  return kind ? [newEdge(node.id, kind, target)] : [];
}
