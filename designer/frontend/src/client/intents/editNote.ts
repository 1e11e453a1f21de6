import type { EditNote, View } from "../../protocol.gen";
import { withAnnotation } from "../annotations";

/** A note that says something else. */
export function editNote(view: View, { id, text }: EditNote): View {
  return withAnnotation(view, "notes", id, { text });
}
