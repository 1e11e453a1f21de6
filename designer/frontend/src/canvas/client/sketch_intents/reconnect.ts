import { mayDraw, withArrowKinds } from "../../model/cards";
import { reducer } from "../../model/reducer";
import type { Reconnect, View } from "../../protocol/protocol.gen";

/** An arrow with another target, where it may lead there. */
export function reconnect(view: View, { edge: id, target }: Reconnect): View {
  const edge = view.edges[id];
  if (!edge || !mayDraw(view, edge.source, target)) return view;
  return withArrowKinds({ ...view, edges: { ...view.edges, [id]: { ...edge, target } } });
}

export default reducer("reconnect", reconnect);
