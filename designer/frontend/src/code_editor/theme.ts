import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--ground)", fontSize: "13.5px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--text)", padding: "6px 0" },
  ".cm-cursor": { borderLeftColor: "var(--text)", borderLeftWidth: "2px" },
  ".cm-gutters": {
    backgroundColor: "var(--ground)",
    color: "var(--muted)",
    borderRight: "1px solid var(--line)",
  },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 8px 0 10px" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--text)" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--text) 5%, transparent)" },
  ".cm-selected-state": { boxShadow: "inset 3px 0 var(--accent)", backgroundColor: "var(--chosen)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    backgroundColor: "var(--marked)",
  },
  ".cm-selectionMatch": { backgroundColor: "color-mix(in srgb, var(--accent) 16%, transparent)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "color-mix(in srgb, var(--accent) 22%, transparent)",
    outline: "1px solid color-mix(in srgb, var(--accent) 50%, transparent)",
  },
  "&.cm-focused .cm-nonmatchingBracket": {
    backgroundColor: "color-mix(in srgb, var(--red) 18%, transparent)",
  },
  ".cm-foldPlaceholder": {
    padding: "0 6px",
    border: "1px solid var(--line)",
    backgroundColor: "var(--inner)",
    color: "var(--muted)",
  },
  ".cm-foldGutter .cm-gutterElement": { width: "16px", color: "var(--muted)", cursor: "pointer" },
  ".cm-panels": { backgroundColor: "var(--inner)", color: "var(--text)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "6px 34px 6px 10px", fontFamily: "var(--sans)" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "4px", fontSize: "13px" },
  ".cm-panel.cm-search [name=close]": {
    color: "var(--text)",
    fontSize: "20px",
    right: "8px",
    cursor: "pointer",
  },
  ".cm-textfield": {
    padding: "3px 8px",
    border: "1px solid var(--line)",
    borderRadius: "6px",
    backgroundColor: "var(--ground)",
    color: "var(--text)",
    fontFamily: "var(--sans)",
    fontSize: "13px",
  },
  ".cm-button": {
    padding: "3px 10px",
    border: "1px solid var(--line)",
    borderRadius: "6px",
    backgroundColor: "var(--ground)",
    backgroundImage: "none",
    color: "var(--text)",
    fontFamily: "var(--sans)",
    fontSize: "13px",
    cursor: "pointer",
  },
  ":is(.cm-textfield, .cm-button):focus-visible": { outline: "2px solid var(--accent)", outlineOffset: "0" },
  ".cm-button:hover": { borderColor: "var(--accent)", color: "var(--accent)" },
  ".cm-searchMatch": { backgroundColor: "color-mix(in srgb, var(--amber) 32%, transparent)" },
  ".cm-searchMatch-selected": { backgroundColor: "color-mix(in srgb, var(--amber) 62%, transparent)" },
  ".cm-tooltip": {
    maxWidth: "520px",
    border: "1px solid var(--line)",
    borderRadius: "8px",
    backgroundColor: "var(--ground)",
    boxShadow: "0 2px 8px rgb(0 0 0 / 16%)",
    color: "var(--text)",
    fontFamily: "var(--sans)",
    fontSize: "14px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--mono)",
    fontSize: "13px",
    maxHeight: "15em",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 10px", lineHeight: "1.5" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--marked)",
    color: "var(--text)",
  },
  ".cm-completionDetail": { marginLeft: "1.2em", color: "var(--muted)", fontStyle: "normal" },
  ".cm-completionMatchedText": { textDecoration: "none", color: "var(--accent)", fontWeight: "600" },
  ".cm-completionInfo": { padding: "6px 10px" },
  ".cm-diagnostic": { padding: "6px 12px", borderLeftWidth: "3px" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--red)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--amber)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--blue)" },
  ".cm-lintRange": {
    backgroundImage: "none",
    textDecoration: "underline wavy 1.2px",
    textUnderlineOffset: "3px",
  },
  ".cm-lintRange-error": { textDecorationColor: "var(--red)" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--amber)" },
  ".cm-lintRange-info": { textDecorationColor: "var(--blue)" },
  ".cm-conflict": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "8px 12px",
  },
  ".cm-conflict p": { flex: "1 1 320px", margin: "0", fontFamily: "var(--sans)", fontSize: "14px" },
});

const highlighting = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--blue)" },
  { tag: [tags.string, tags.content], color: "var(--green)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--amber)" },
  { tag: [tags.keyword, tags.typeName, tags.labelName], color: "var(--violet)" },
  { tag: [tags.comment, tags.meta], color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket], color: "var(--muted)" },
]);

/** Colours come from the page's theme, so that they change along with it. */
export const appearance: Extension = [theme, syntaxHighlighting(highlighting)];
