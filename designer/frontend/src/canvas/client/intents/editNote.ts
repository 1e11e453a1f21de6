import { withAnnotation } from "../../model/annotations";
import { reducer } from "../../model/reducer";
import type { EditNote, View } from "../../protocol/protocol.gen";

/** A note with another text. */
export function editNote(view: View, { id, text }: EditNote): View {
  return withAnnotation(view, "notes", id, { text });
}

export default reducer("edit-note", editNote);
