import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import type { Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { conflict } from "./conflict";
import { type Language, phrases, word } from "./phrases";
import type { Answer } from "./protocol.gen";
import { stretches } from "./ranges";
import { appearance } from "./theme";

/** The editor for one format. Tab leaves it, as it leaves every field of the page. */
export function setUp(format: Answer["format"]): Extension {
  return [
    lineNumbers(),
    lintGutter(),
    foldGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of("  "),
    bracketMatching(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    keymap.of([...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap]),
    format === "json" ? json() : yaml(),
    stretches,
    conflict,
    appearance,
  ];
}

export function inLanguage(language: Language): Extension {
  const label = { "aria-label": word(language, "label"), lang: language, tabindex: "0" };
  return [phrases(language), EditorView.contentAttributes.of(label)];
}
