import { isListed, newEdge, withEdges } from "../../model/graph";
import { reducer } from "../../model/reducer";
import type { Connect, Edge, View } from "../../protocol/protocol.gen";

/** A new edge; of next, default and start there is one, so it replaces the old one. */
export function connect(view: View, intent: Connect): View {
  const edges = Object.values(view.edges);
  const index = isListed(intent.edge) ? edges.length : "";
  const edge: Edge = newEdge(intent.source, intent.edge, intent.target, index);
  return withEdges(view, [...edges.filter((other) => other.id !== edge.id), edge]);
}

export default reducer("connect", connect);
