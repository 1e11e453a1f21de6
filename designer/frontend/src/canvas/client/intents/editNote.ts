import { withAnnotation } from "../../model/annotations";
import type { EditNote, View } from "../../protocol/protocol.gen";
import { reducer } from "../reducer";

/** A note that says something else. */
export function editNote(view: View, { id, text }: EditNote): View {
  return withAnnotation(view, "notes", id, { text });
}

export default reducer("edit-note", editNote);
