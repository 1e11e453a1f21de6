import { isListed, leaving, newEdge, withEdges } from "../../model/graph";
import { reducer } from "../../model/reducer";
import type { Connect, Edge, View } from "../../protocol/protocol.gen";

/** A new edge; of next, default and start there is one, so it replaces the old one. */
export function connect(view: View, intent: Connect): View {
  const edges = Object.values(view.edges);
  const index = isListed(intent.edge) ? edges.length : "";
  const edge: Edge = newEdge(intent.source, intent.edge, intent.target, index);
  if (intent.edge === "catch") return withEdges(view, withCatcher(view, edges, edge));
  return withEdges(view, [...edges.filter((other) => other.id !== edge.id), edge]);
}

/** The first catcher catches all errors, and stays the last one. */
function withCatcher(view: View, edges: Edge[], edge: Edge): Edge[] {
  const last = leaving(view, edge.source, "catch").find(({ catches_all }) => catches_all);
  if (!last) return [...edges, { ...edge, catches_all: true }];
  return edges.flatMap((other) => (other === last ? [edge, last] : [other]));
}

export default reducer("connect", connect);
