import { leaving } from "../../model/graph";
import type { Edge, Node, View } from "../../protocol/protocol.gen";

/** A continuation of the tour: along an edge, or, without one, into a container. */
export interface Continuation {
  id: string;
  target: string;
  edge: Edge | null;
}

/** The start state of the flow; undefined where there is none yet. */
export function startOf(view: View): string | undefined {
  return view.edges[":start:"]?.target ?? Object.values(view.nodes).find(isOuter)?.id;
}

/**
 * The continuations from a state, the usual one first: into a container, then along the edges. The last state
 * in a container leads out of it, that of a Parallel's branch into the next branch.
 */
export function continuations(view: View, id: string): Continuation[] {
  const node = view.nodes[id];
  if (!node) return [];
  const inside = scopesIn(view, node).slice(0, 1);
  return [...inside, ...continuationsAfter(view, node), ...leaving(view, id, "catch").map(alongEdge)];
}

/** The states after this one on the usual path to the end; each is passed once. */
export function usualPath(view: View, from: string): string[] {
  const passed = [from];
  for (let id: string | undefined = from; id; ) {
    id = continuations(view, id).find(({ target }) => !passed.includes(target))?.target;
    if (id) passed.push(id);
  }
  return passed.slice(1);
}

/** The containers around a state, the state first. */
export function withAround(view: View, id: string): string[] {
  const found: string[] = [];
  for (let node = view.nodes[id]; node; node = view.nodes[node.parent]) found.push(node.id);
  return found;
}

function isOuter({ parent, type }: Node): boolean {
  return parent === "" && type !== "Branch";
}

function alongEdge(edge: Edge): Continuation {
  return { id: edge.id, target: edge.target, edge };
}

function continuationsAfter(view: View, node: Node): Continuation[] {
  const arrows = leaving(view, node.id, "next", "choice", "default", "writes", "reads");
  return arrows.length > 0 ? arrows.map(alongEdge) : afterScope(view, node.parent);
}

function afterScope(view: View, scope: string): Continuation[] {
  const around = view.nodes[scope];
  if (!around) return [];
  if (around.type !== "Branch") return continuationsAfter(view, around);
  const container = view.nodes[around.parent];
  if (!container) return [];
  const later = scopesIn(view, container).filter(({ id }) => place(id) > place(scope));
  return later.length > 0 ? later.slice(0, 1) : continuationsAfter(view, container);
}

/** The insides of a container that have a start. */
function scopesIn(view: View, { id, type }: Node): Continuation[] {
  const branches = Object.values(view.nodes).filter((node) => node.parent === id && node.type === "Branch");
  const scopes = type === "Map" ? [id] : branches.map((branch) => branch.id);
  return scopes.flatMap((scope) =>
    leaving(view, scope, "start").map(({ target }) => ({ id: scope, target, edge: null })),
  );
}

function place(branch: string): number {
  return Number(branch.slice(branch.lastIndexOf("/") + 1));
}
