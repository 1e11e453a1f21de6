import { labelText } from "../../model/cards";
import { reducer } from "../../model/reducer";
import type { LabelArrow, View } from "../../protocol/protocol.gen";

/** An arrow with other words. */
export function labelArrow(view: View, { edge: id, label }: LabelArrow): View {
  const edge = view.edges[id];
  if (!edge) return view;
  const words = labelText(label);
  return { ...view, edges: { ...view.edges, [id]: { ...edge, business: words, engineering: words } } };
}

export default reducer("label-arrow", labelArrow);
