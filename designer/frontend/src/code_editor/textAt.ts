import { ensureSyntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";

const PATIENCE = 50;
/** The nodes of texts in JSON and YAML; those with a quote before and after them are true. */
const TEXTS: Record<string, boolean> = {
  String: true,
  QuotedLiteral: true,
  Literal: false,
  BlockLiteralContent: false,
};
const PAIRS = ["Property", "Pair"];
const LISTS = ["Array", "BlockSequence", "FlowSequence"];
const LONGEST = 10_000;

/** A text of a state, cut at a place, and the keys and indexes that lead to it from the state. */
export interface TextAt {
  path: (string | number)[];
  before: string;
  after: string;
  /** The quote that the text stands in; "" for none. */
  quote: string;
}

/** The text around a place in the state that begins at `start`; undefined where there is none. */
export function textAt(state: EditorState, place: number, start: number): TextAt | undefined {
  const tree = ensureSyntaxTree(state, place, PATIENCE);
  const node = tree?.resolveInner(place, -1);
  const isQuoted = node && TEXTS[node.name];
  if (!node || isQuoted === undefined) return undefined;
  const from = node.from + (isQuoted ? 1 : 0);
  if (place < from || (isQuoted && place === node.to && node.to - node.from > 1)) return undefined;
  const path: TextAt["path"] = [];
  for (
    let inner = node, outer = node.parent;
    outer && outer.from > start;
    inner = outer, outer = outer.parent
  ) {
    const key = PAIRS.includes(outer.name) && outer.firstChild;
    if (key) path.unshift(bare(state.sliceDoc(key.from, key.to)));
    else if (LISTS.includes(outer.name))
      path.unshift(outer.getChildren(inner.name).findIndex((child) => child.from === inner.from));
  }
  const before = plain(state.sliceDoc(Math.max(from, place - LONGEST), place), isQuoted);
  const quote = isQuoted ? state.sliceDoc(node.from, from) : "";
  return { path, before, after: state.sliceDoc(place, Math.min(node.to, place + 1)), quote };
}

/** The text without its escapes, in as many characters. */
function plain(text: string, isQuoted: boolean): string {
  return isQuoted ? text.replace(/\\(.)/g, " $1") : text;
}

/** A text as it is written in a quote of that kind; a single one is YAML's, where it is doubled. */
export function quoted(text: string, quote: string): string {
  return quote === "'" ? text.replaceAll("'", "''") : text;
}

function bare(key: string): string {
  return key.replace(/^(["'])(.*)\1$/u, "$2");
}
