import { reducer } from "../../model/reducer";
import type { NameForBusiness, View } from "../../protocol/protocol.gen";

/** A state with another name for the people of the business. */
export function nameForBusiness(view: View, intent: NameForBusiness): View {
  const node = view.nodes[intent.uid];
  if (!node) return view;
  const business = { ...node.business, title: intent.name || node.name };
  return { ...view, nodes: { ...view.nodes, [node.id]: { ...node, business } } };
}

export default reducer("name-for-business", nameForBusiness);
