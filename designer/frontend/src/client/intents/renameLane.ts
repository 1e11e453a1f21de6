import type { RenameLane, View } from "../../protocol.gen";
import { withAnnotation } from "../annotations";

/** A lane that somebody else answers for. */
export function renameLane(view: View, { id, owner }: RenameLane): View {
  return withAnnotation(view, "lanes", id, { owner });
}
