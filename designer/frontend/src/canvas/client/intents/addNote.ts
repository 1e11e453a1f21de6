import { reducer } from "../../model/reducer";
import type { AddNote, View } from "../../protocol/protocol.gen";

/** A new note. */
export function addNote(view: View, { uid, text, x, y }: AddNote): View {
  const id = `note:${uid}`;
  return id in view.notes ? view : { ...view, notes: { ...view.notes, [id]: { id, text, x, y } } };
}

export default reducer("add-note", addNote);
