import { reducer } from "../../model/reducer";
import type { AddLane, View } from "../../protocol/protocol.gen";

/** A new lane behind the states. */
export function addLane(view: View, { uid, owner, x, y, width, height }: AddLane): View {
  const id = `lane:${uid}`;
  if (id in view.lanes) return view;
  return { ...view, lanes: { ...view.lanes, [id]: { id, owner, x, y, width, height } } };
}

export default reducer("add-lane", addLane);
