import { createContext, useContext } from "react";
import { Cell } from "./cell";
import type { Intent, Problem } from "./protocol.gen";
import { type Translate, translator } from "./words";

/** Where a new state would land: in an arrow, right behind a state, or alone in a scope. */
export interface Drop {
  edge: string | null;
  scope: string | null;
  after: string | null;
}

/** Problems whose words are shown, beside the place that they are at on the screen. */
export interface Hint {
  problems: Problem[];
  place: DOMRect;
}

export const NO_DROP: Drop = { edge: null, scope: null, after: null };

/** What every part of the canvas may use. */
export interface Tools {
  dispatch: (intent: Intent) => void;
  words: Translate;
  renaming: Cell<string | null>;
  drop: Cell<Drop>;
  hint: Cell<Hint | null>;
}

export function tools(dispatch: Tools["dispatch"], language: "ja" | "en"): Tools {
  return {
    dispatch,
    words: translator(language),
    renaming: new Cell<string | null>(null),
    drop: new Cell(NO_DROP),
    hint: new Cell<Hint | null>(null),
  };
}

export const ToolsContext = createContext<Tools>(tools(() => {}, "ja"));

export function useTools(): Tools {
  return useContext(ToolsContext);
}
