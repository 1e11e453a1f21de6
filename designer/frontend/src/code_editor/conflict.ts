import { type EditorState, StateEffect, StateField } from "@codemirror/state";
import { type Panel, showPanel } from "@codemirror/view";
import { type Language, word } from "./phrases";

export interface Choice {
  language: Language;
  choose: (whose: "mine" | "theirs") => void;
}

export const setConflict = StateEffect.define<Choice | null>();

/** The panel by which a person chooses between two changes of the same place, by text and by canvas. */
export const conflict = StateField.define<Choice | null>({
  create: () => null,
  update: (choice, { effects }) =>
    effects.reduce((latest, effect) => (effect.is(setConflict) ? effect.value : latest), choice),
  provide: (field) => showPanel.from(field, (choice) => choice && (() => panel(choice))),
});

export function isInConflict(state: EditorState): boolean {
  return state.field(conflict) !== null;
}

function panel({ language, choose }: Choice): Panel {
  const dom = document.createElement("div");
  dom.className = "cm-conflict";
  dom.setAttribute("role", "alert");
  const words = document.createElement("p");
  words.textContent = word(language, "conflict");
  dom.append(words, button("mine"), button("theirs"));
  return { dom, top: true };

  function button(whose: "mine" | "theirs"): HTMLButtonElement {
    const made = document.createElement("button");
    made.className = "cm-button";
    made.textContent = word(language, `conflict.${whose}`);
    made.addEventListener("click", () => choose(whose));
    return made;
  }
}
