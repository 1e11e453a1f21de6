import type { Edge, EdgeKind, Node, View } from "../protocol/protocol.gen";
import { TRANSITION_KINDS } from "../protocol/states.gen";

/** The kinds of edge that leave a state of that type, the usual one first. */
export function transitionKinds(type: Node["type"]): readonly EdgeKind[] {
  return TRANSITION_KINDS[type];
}

/** Tells if a state of that type may end its scope, although its type alone does not. */
export function mayEnd(type: Node["type"]): boolean {
  return transitionKinds(type).includes("next");
}

export function isContainer(type: Node["type"]): boolean {
  return type === "Map" || type === "Branch";
}

export function edgeId(source: string, kind: EdgeKind, index: number | "" = ""): string {
  return `${source}:${kind}:${index}`;
}

/** The index of an edge among the rules or catchers of its state; 0 where there is only one. */
export function edgeIndex(edge: Edge): number {
  return Number(edge.id.slice(edge.id.lastIndexOf(":") + 1));
}

export function isListed(kind: EdgeKind): kind is "choice" | "catch" {
  return kind === "choice" || kind === "catch";
}

export function newEdge(source: string, kind: EdgeKind, target: string, index: number | "" = ""): Edge {
  return {
    id: edgeId(source, kind, index),
    kind,
    source,
    target,
    business: "",
    engineering: "",
    catches_all: false,
    markers: [],
  };
}

/** The edges that leave a state, or the start of a scope. */
export function leaving(view: View, source: string, ...kinds: EdgeKind[]): Edge[] {
  return Object.values(view.edges).filter((edge) => edge.source === source && kinds.includes(edge.kind));
}

export function arriving(view: View, target: string): Edge[] {
  return Object.values(view.edges).filter((edge) => edge.target === target);
}

/** The node and everything in it. */
export function withInner(view: View, id: string): Set<string> {
  const found = new Set([id]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const node of Object.values(view.nodes)) {
      if (found.has(node.parent) && !found.has(node.id)) {
        found.add(node.id);
        grown = true;
      }
    }
  }
  return found;
}

/**
 * The view with other edges; rules and catchers are numbered anew, and states without a next state become
 * ends.
 */
export function withEdges(view: View, edges: Edge[]): View {
  const counts = new Map<string, number>();
  const numbered: Record<string, Edge> = {};
  for (const edge of edges) {
    const group = `${edge.source}:${edge.kind}`;
    const index = counts.get(group) ?? 0;
    counts.set(group, index + 1);
    const id = edgeId(edge.source, edge.kind, isListed(edge.kind) ? index : "");
    numbered[id] = edge.id === id ? edge : { ...edge, id };
  }
  const going = new Set(edges.filter((edge) => edge.kind === "next").map((edge) => edge.source));
  const nodes: Record<string, Node> = {};
  for (const node of Object.values(view.nodes)) {
    const terminal = mayEnd(node.type) ? !going.has(node.id) : node.terminal;
    nodes[node.id] = node.terminal === terminal ? node : { ...node, terminal };
  }
  return { ...view, nodes, edges: numbered };
}
