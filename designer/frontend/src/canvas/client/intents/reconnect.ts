import { reducer } from "../../model/reducer";
import type { Reconnect, View } from "../../protocol/protocol.gen";

/** An edge with another target. */
export function reconnect(view: View, intent: Reconnect): View {
  const edge = view.edges[intent.edge];
  if (!edge) return view;
  return { ...view, edges: { ...view.edges, [edge.id]: { ...edge, target: intent.target } } };
}

export default reducer("reconnect", reconnect);
