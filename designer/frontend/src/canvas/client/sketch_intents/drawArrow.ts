import { arrowOf, mayDraw } from "../../model/cards";
import { reducer } from "../../model/reducer";
import type { DrawArrow, View } from "../../protocol/protocol.gen";

/** A new arrow; one that is there already, or may not be, changes nothing. */
export function drawArrow(view: View, intent: DrawArrow): View {
  if (!mayDraw(view, intent.source, intent.target)) return view;
  const edge = arrowOf(view, intent);
  return { ...view, edges: { ...view.edges, [edge.id]: edge } };
}

export default reducer("draw-arrow", drawArrow);
