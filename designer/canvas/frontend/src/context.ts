import { createContext, useContext } from "react";
import { Cell } from "./cell";
import type { Point } from "./flow/geometry";
import type { EdgeKind, Intent, Problem } from "./protocol.gen";
import { type Translate, translator } from "./words";

/** Where a new state would land: in an arrow, right behind a state, or alone in a scope. */
export interface Drop {
  edge: string | null;
  scope: string | null;
  after: string | null;
}

/** The end of an arrow that was let go where no state is: from `after`, or from the start of `scope`. */
export interface LooseEnd {
  way: EdgeKind;
  after: string | null;
  scope: string;
  point: Point;
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
  looseEnd: Cell<LooseEnd | null>;
  /** What lies over the flow: the list of keys, or the search. */
  overlay: Cell<"keys" | "search" | null>;
  hasMap: Cell<boolean>;
}

export function tools(dispatch: Tools["dispatch"], language: "ja" | "en"): Tools {
  return {
    dispatch,
    words: translator(language),
    renaming: new Cell<string | null>(null),
    drop: new Cell(NO_DROP),
    hint: new Cell<Hint | null>(null),
    looseEnd: new Cell<LooseEnd | null>(null),
    overlay: new Cell<"keys" | "search" | null>(null),
    hasMap: new Cell(false),
  };
}

export const ToolsContext = createContext<Tools>(tools(() => {}, "ja"));

export function useTools(): Tools {
  return useContext(ToolsContext);
}
