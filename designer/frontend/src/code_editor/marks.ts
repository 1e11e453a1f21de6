import { syntaxTree } from "@codemirror/language";
import type { Diagnostic } from "@codemirror/lint";
import type { EditorState } from "@codemirror/state";
import type { TextMarker } from "./protocol.gen";

const SEVERITIES = { error: "error", warning: "warning", hint: "info" } as const;

/** Python's problems, each from where it begins to the end of the word or value there. */
export function diagnostics(state: EditorState, marks: TextMarker[]): Diagnostic[] {
  return marks.map(({ severity, message, line, column }) => {
    const place = state.doc.line(Math.min(line, state.doc.lines));
    const before = [...place.text].slice(0, column - 1).join("").length;
    const from = Math.min(place.from + before, place.to);
    const node = syntaxTree(state).resolveInner(from, 1);
    const end = node.from === from ? node.to : place.to;
    return { from, to: Math.max(from, Math.min(end, place.to)), severity: SEVERITIES[severity], message };
  });
}
