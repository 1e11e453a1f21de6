import { reducer } from "../../model/reducer";
import type { MoveStates, Place, View } from "../../protocol/protocol.gen";

/** Cards and lanes at other places. */
export function moved(view: View, places: Place[]): View {
  if (places.length === 0) return view;
  const [nodes, lanes] = [{ ...view.nodes }, { ...view.lanes }];
  for (const { uid, x, y } of places) {
    const [node, lane] = [nodes[uid], lanes[uid]];
    if (node) nodes[uid] = { ...node, x, y };
    if (lane) lanes[uid] = { ...lane, x, y };
  }
  return { ...view, nodes, lanes };
}

export default reducer("move-states", (view: View, { places }: MoveStates) => moved(view, places));
