import { leaving } from "../../model/graph";
import type { Edge, Node, View } from "../../protocol/protocol.gen";

/** A continuation of the tour: along an edge, or, without one, into a container. */
export interface Way {
  id: string;
  target: string;
  edge: Edge | null;
}

/** The start state of the flow; undefined where there is none yet. */
export function startOf(view: View): string | undefined {
  return view.edges[":start:"]?.target ?? Object.values(view.nodes).find(isOuter)?.id;
}

/**
 * The continuations from a state, the usual one first: into a container, then along the edges. The last state in a
 * container leads out of it, that of a Parallel's branch into the next branch.
 */
export function waysOn(view: View, id: string): Way[] {
  const node = view.nodes[id];
  if (!node) return [];
  const inside = scopesIn(view, node).slice(0, 1);
  return [...inside, ...onward(view, node), ...leaving(view, id, "catch").map(along)];
}

/** The states after this one on the usual path to the end; each is passed once. */
export function usualWay(view: View, from: string): string[] {
  const passed = [from];
  for (let id: string | undefined = from; id; ) {
    id = waysOn(view, id).find(({ target }) => !passed.includes(target))?.target;
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

function along(edge: Edge): Way {
  return { id: edge.id, target: edge.target, edge };
}

function onward(view: View, node: Node): Way[] {
  const arrows = leaving(view, node.id, "next", "choice", "default");
  return arrows.length > 0 ? arrows.map(along) : afterScope(view, node.parent);
}

function afterScope(view: View, scope: string): Way[] {
  const around = view.nodes[scope];
  if (!around) return [];
  if (around.type !== "Branch") return onward(view, around);
  const container = view.nodes[around.parent];
  if (!container) return [];
  const later = scopesIn(view, container).filter(({ id }) => place(id) > place(scope));
  return later.length > 0 ? later.slice(0, 1) : onward(view, container);
}

/** The insides of a container that have a start. */
function scopesIn(view: View, { id, type }: Node): Way[] {
  const branches = Object.values(view.nodes).filter((node) => node.parent === id && node.type === "Branch");
  const scopes = type === "Map" ? [id] : branches.map((branch) => branch.id);
  return scopes.flatMap((scope) =>
    leaving(view, scope, "start").map(({ target }) => ({ id: scope, target, edge: null })),
  );
}

function place(branch: string): number {
  return Number(branch.slice(branch.lastIndexOf("/") + 1));
}
