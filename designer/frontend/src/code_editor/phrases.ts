import words from "virtual:editor-words";
import { EditorState, type Extension } from "@codemirror/state";
import type { Answer } from "./protocol.gen";

export type Language = Answer["language"];

/** CodeMirror's own English words, by our keys. */
const PHRASES = {
  Find: "find",
  Replace: "replace-with",
  next: "next",
  previous: "previous",
  all: "all",
  "match case": "case",
  regexp: "regexp",
  "by word": "word",
  replace: "replace",
  "replace all": "replace-all",
  close: "close",
  "current match": "current",
  "on line": "on-line",
  "replaced match on line $": "replaced-one",
  "replaced $ matches": "replaced",
  "Go to line": "line",
  go: "go",
  "Folded lines": "folded",
  "Unfolded lines": "unfolded",
  to: "to",
  "folded code": "folded-code",
  unfold: "unfold",
  "Fold line": "fold",
  "Unfold line": "unfold-line",
  Completions: "completions",
  Diagnostics: "problems",
  "No diagnostics": "no-problems",
};

export function word(language: Language, key: string): string {
  return words[language][`editor.${key}`] ?? key;
}

export function phrases(language: Language): Extension {
  const entries = Object.entries(PHRASES).map(([phrase, key]) => [phrase, word(language, key)]);
  return EditorState.phrases.of(Object.fromEntries(entries));
}
