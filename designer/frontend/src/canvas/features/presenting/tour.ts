import { leaving } from "../../model/graph";
import type { Edge, Node, View } from "../../protocol/protocol.gen";

/** A way to go on: along an arrow, or, with an "into", to what is inside a container. */
export interface Way {
  id: string;
  target: string;
  edge: Edge | null;
}

/** Where the flow starts; nothing where it does not yet. */
export function startOf(view: View): string | undefined {
  return view.edges[":start:"]?.target ?? Object.values(view.nodes).find(isOuter)?.id;
}

/**
 * How the flow goes on from a state, the usual way first: into a container, then along the arrows. What ends a
 * container's inside leads out of it, of a Parallel's branch into the next one.
 */
export function waysOn(view: View, id: string): Way[] {
  const node = view.nodes[id];
  if (!node) return [];
  const inside = scopesIn(view, node).slice(0, 1);
  return [...inside, ...onward(view, node), ...leaving(view, id, "catch").map(along)];
}

/** The states on the usual way from one to its end, that one left out; each is passed once. */
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
