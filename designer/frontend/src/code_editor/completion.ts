import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from "@codemirror/autocomplete";
import type { EditorState, Extension } from "@codemirror/state";
import type { Offer } from "../shared/completion.gen";
import { completionsAt } from "../shared/completions";
import type { Answer } from "./protocol.gen";
import { stretchAt } from "./ranges";
import { quoted, textAt } from "./textAt";

const TYPES = { field: "property", variable: "variable", function: "function", state: "constant" } as const;
/** The names that are typed while a list stays the same. */
const SAME_NAME = /^[\p{L}\p{N}_$-]*$/u;

/** Offers what may stand at the cursor; `answer` is Python's last one. */
export function completion(answer: () => Answer | undefined): Extension {
  return autocompletion({ override: [(context) => offered(context, answer())], icons: false });
}

async function offered(
  context: CompletionContext,
  answer: Answer | undefined,
): Promise<CompletionResult | null> {
  const { state, pos } = context;
  const around = stretchAt(state, pos);
  const found = around && textAt(state, pos, around.start);
  if (!answer || !found || !(context.explicit || isWorthAsking(state, pos))) return null;
  const { token, language } = answer;
  const { quote, ...text } = found;
  const all = await completionsAt({ token, uid: around.uid, language, ...text });
  const offers = all
    .filter((offer) => offer.text !== offer.replaced)
    .map((offer) => ({ ...offer, text: quoted(offer.text, quote) }));
  if (context.aborted || offers.length === 0) return null;
  const typed = nameOf(offers[0]);
  const isSameList = (name: string) =>
    SAME_NAME.test(name) && !offers.some(({ text: whole }) => whole === name);
  return { from: pos - typed.length, options: offers.map(option), validFor: isSameList };
}

/** A list opens by itself after a dot, a dollar sign, an opening quote or bracket, and within a name. */
function isWorthAsking(state: EditorState, pos: number): boolean {
  return /[\p{L}\p{N}_.$"'`[(]/u.test(state.sliceDoc(pos - 1, pos));
}

/** The part of a name that an offer replaces; the dot before a name that has to be quoted stays. */
function nameOf(offer: Offer | undefined): string {
  return offer?.replaced.replace(/^\./, "") ?? "";
}

function option({ name, text, replaced, kind, detail, help }: Offer, index: number): Completion {
  return {
    label: name,
    detail,
    ...(help && { info: help }),
    type: TYPES[kind],
    sortText: String(index).padStart(4, "0"),
    apply: (view, chosen, from, to) => {
      const start = replaced.startsWith(".") ? from - 1 : from;
      view.dispatch({
        changes: { from: start, to, insert: text },
        selection: { anchor: start + text.length },
        annotations: pickedCompletion.of(chosen),
        userEvent: "input.complete",
      });
    },
  };
}
