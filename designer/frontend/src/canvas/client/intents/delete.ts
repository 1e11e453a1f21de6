import { withoutAnnotations } from "../../model/annotations";
import { leaving, transitionKinds, withEdges, withInner } from "../../model/graph";
import { fitted } from "../../model/makeRoom";
import { reducer } from "../../model/reducer";
import type { Delete, Edge, Node, View } from "../../protocol/protocol.gen";

/**
 * Deletes edges, notes, lanes and states with their content; the predecessors of a state are connected to its
 * successor.
 */
export function remove(view: View, intent: Delete): View {
  const unlinked = withEdges(
    view,
    Object.values(view.edges).filter((edge) => !intent.edges.includes(edge.id)),
  );
  const left = new Set(intent.states.flatMap((id) => view.nodes[id]?.parent ?? []));
  const rest = intent.states.reduce(withoutState, withoutAnnotations(unlinked, intent.states));
  return [...left].reduce(fitted, rest);
}

function withoutState(view: View, id: string): View {
  const node = view.nodes[id];
  if (!node) return view;
  if (node.type === "Branch") return withoutBranch(view, node);
  const removed = withInner(view, id);
  const kind = transitionKinds(node.type)[0];
  const successor = kind && leaving(view, id, kind)[0]?.target;
  const reconnected = successor === id ? undefined : successor;
  const edges = Object.values(view.edges)
    .filter((edge) => !removed.has(edge.source))
    .flatMap((edge) => (edge.target === id ? redirected(edge, reconnected) : [edge]));
  const nodes = Object.fromEntries(Object.entries(view.nodes).filter(([key]) => !removed.has(key)));
  return withEdges({ ...view, nodes }, edges);
}

function redirected(edge: Edge, target: string | undefined): Edge[] {
  return target && target !== edge.source ? [{ ...edge, target }] : [];
}

/** The branches after the one that goes are counted anew, and so are the scopes that they are. */
function withoutBranch(view: View, branch: Node): View {
  const removed = withInner(view, branch.id);
  const place = (id: string) => Number(id.slice(id.lastIndexOf("/") + 1));
  const later = Object.values(view.nodes).filter(
    (node) => node.parent === branch.parent && place(node.id) > place(branch.id),
  );
  const ids = new Map(later.map(({ id }) => [id, `${branch.parent}/${place(id) - 1}`]));
  const named = (id: string) => ids.get(id) ?? id;
  const nodes = Object.values(view.nodes)
    .filter(({ id }) => !removed.has(id))
    .map((node) => ({ ...node, id: named(node.id), parent: named(node.parent) }));
  const edges = Object.values(view.edges)
    .filter(({ source, target }) => !removed.has(source) && !removed.has(target))
    .map((edge) => ({ ...edge, source: named(edge.source) }));
  return withEdges({ ...view, nodes: Object.fromEntries(nodes.map((node) => [node.id, node])) }, edges);
}

export default reducer("delete", remove);
