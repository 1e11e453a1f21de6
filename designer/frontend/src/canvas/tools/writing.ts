import { createContext, useContext } from "react";
import type { CardType } from "../protocol/protocol.gen";
import type { Point } from "../routing/geometry";
import type { Way } from "./context";

/** A card that is to follow another one, or to stand at a point. */
export interface Wanted {
  type?: CardType | undefined;
  after?: string | undefined;
  way?: Way;
  point?: Point;
}

/** The gestures that write on cards. */
export interface Writing {
  /** Begins a new card, which is there for all once it has words. */
  begin: (wanted: Wanted) => void;
  /** Begins the card after the selected one; of a selected arrow, its words are written. */
  beginAfter: (card: string | undefined, arrows: string[]) => void;
  /** Begins a new card at a point of the screen. */
  beginAt: (pointer: Point, wanted?: Wanted) => void;
  /** Keeps the words of a card; false for a new card without words. */
  accept: (uid: string, text: string) => boolean;
  /** Leaves the words as they were; a new card goes. */
  cancel: (uid: string) => void;
  /** Keeps the words, and begins the next card; a new card without words goes. */
  next: (uid: string, text: string, way: Way) => void;
  /** Keeps the words, and begins another way from the card before. */
  sibling: (uid: string, text: string) => void;
  /** Pastes a list of lines in the place of a new card without words; false for any other text or card. */
  pasteList: (uid: string, text: string) => boolean;
  /** Gives a card another kind. */
  turn: (uid: string, type: CardType) => void;
}

export const WritingContext = createContext<Writing | null>(null);

export function useCardWriting(): Writing {
  const writing = useContext(WritingContext);
  if (!writing) throw new Error("outside of the canvas");
  return writing;
}
