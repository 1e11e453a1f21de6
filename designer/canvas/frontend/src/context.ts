import { createContext, useContext } from "react";
import { Cell } from "./cell";
import type { Intent } from "./protocol.gen";
import { type Translate, translator } from "./words";

/** Where a new state would land: into an arrow, or into a scope. */
export interface Drop {
  edge: string | null;
  scope: string | null;
}

export const NO_DROP: Drop = { edge: null, scope: null };

/** What every part of the canvas may use. */
export interface Tools {
  dispatch: (intent: Intent) => void;
  words: Translate;
  renaming: Cell<string | null>;
  drop: Cell<Drop>;
}

export const ToolsContext = createContext<Tools>({
  dispatch: () => {},
  words: translator("ja"),
  renaming: new Cell<string | null>(null),
  drop: new Cell(NO_DROP),
});

export function useTools(): Tools {
  return useContext(ToolsContext);
}
