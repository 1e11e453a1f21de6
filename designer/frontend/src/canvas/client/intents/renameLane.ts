import { withAnnotation } from "../../model/annotations";
import { reducer } from "../../model/reducer";
import type { RenameLane, View } from "../../protocol/protocol.gen";

/** A lane with another owner. */
export function renameLane(view: View, { id, owner }: RenameLane): View {
  return withAnnotation(view, "lanes", id, { owner });
}

export default reducer("rename-lane", renameLane);
