import type { Node as FlowNode, NodeProps } from "@xyflow/react";
import { memo, useEffect, useRef } from "react";
import { useCell } from "../base/cell";
import { useInitialFocus } from "../base/useInitialFocus";
import type { Note as NoteData } from "../protocol/protocol.gen";
import { useTools } from "../tools/context";

const LONGEST_NOTE = 2000;

/** A sticky note; while it is edited, the field for its text. */
export const Note = memo(function Note({ data: { note } }: NodeProps<FlowNode<{ note: NoteData }>>) {
  const { renaming, words } = useTools();
  const isEditing = useCell(renaming, (id) => id === note.id);
  return (
    <div className="note" data-note={note.id} data-rename>
      {isEditing ? (
        <NoteField note={note} />
      ) : (
        <p className={note.text ? "note-text" : "note-text is-empty"}>{note.text || words("note.empty")}</p>
      )}
    </div>
  );
});

function NoteField({ note }: { note: NoteData }) {
  const { dispatch, renaming, words } = useTools();
  const field = useRef<HTMLTextAreaElement>(null);
  useInitialFocus(field);
  useEffect(() => field.current?.select(), []);
  const close = () => renaming.get() === note.id && renaming.set(null);
  const accept = () => {
    const text = field.current?.value.trim() ?? "";
    if (text !== note.text) dispatch({ kind: "edit-note", id: note.id, text });
    close();
  };
  return (
    <textarea
      ref={field}
      className="note-field nodrag nopan nowheel"
      aria-label={words("note.text")}
      defaultValue={note.text}
      maxLength={LONGEST_NOTE}
      onBlur={accept}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") close();
        if (event.key !== "Enter" || event.shiftKey) return;
        event.preventDefault();
        accept();
      }}
    />
  );
}
