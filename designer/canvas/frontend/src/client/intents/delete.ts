import type { Delete, Edge, View } from "../../protocol.gen";
import { leaving, waysOut, withEdges, withInner } from "../graph";

/** Arrows go; states go with what is in them, and what led to a state leads on to what followed it. */
export function remove(view: View, intent: Delete): View {
  const unlinked = withEdges(
    view,
    Object.values(view.edges).filter((edge) => !intent.edges.includes(edge.id)),
  );
  return intent.states.reduce(withoutState, unlinked);
}

function withoutState(view: View, id: string): View {
  const node = view.nodes[id];
  if (!node) return view;
  const gone = withInner(view, id);
  const way = waysOut(node.type)[0];
  const successor = way && leaving(view, id, way)[0]?.target;
  const healed = successor === id ? undefined : successor;
  const edges = Object.values(view.edges)
    .filter((edge) => !gone.has(edge.source))
    .flatMap((edge) => (edge.target === id ? redirected(edge, healed) : [edge]));
  const nodes = Object.fromEntries(Object.entries(view.nodes).filter(([key]) => !gone.has(key)));
  return withEdges({ ...view, nodes }, edges);
}

function redirected(edge: Edge, target: string | undefined): Edge[] {
  return target && target !== edge.source ? [{ ...edge, target }] : [];
}
