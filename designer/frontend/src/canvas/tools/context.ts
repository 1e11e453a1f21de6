import { createContext, useContext } from "react";
import { Cell } from "../base/cell";
import { type Language, type Translate, translator } from "../base/words";
import type { CanvasStore } from "../client/store";
import { announcementOf } from "../model/announcements";
import type { AddCards, EdgeKind, Intent, Marker, Subject, View, ViewMode } from "../protocol/protocol.gen";
import type { Point } from "../routing/geometry";
import type { RoutedEdge } from "../routing/routedEdges";
import { type Panels, panels } from "./panels";

/** The target of a state that is dragged: an edge, the place behind a state, or a scope. */
export interface Drop {
  edge: string | null;
  scope: string | null;
  after: string | null;
}

/** The end of an edge that was dropped where no state is: from `after`, or from the start of `scope`. */
export interface LooseEnd {
  kind: EdgeKind;
  after: string | null;
  scope: string;
  point: Point;
}

/** Problems, or a note, whose words are shown, and their rectangle on the screen. */
export interface Hint {
  markers: Marker[];
  note?: string;
  place: DOMRect;
}

/** A card that is written on before it is there: the intent that adds it once it has words. */
export interface Draft {
  uid: string;
  intent: AddCards;
  /** The card that it follows, and the one that was selected before: "" for none. */
  after: string;
  before: string;
  way: Way;
  /** True where a person has chosen its kind. */
  isChosen: boolean;
}

/** The side of a card on which the next one comes: in the flow below it, a further one beside it. */
export type Way = "below" | "beside";

export const NO_DROP: Drop = { edge: null, scope: null, after: null };
export const NOTHING_DRAGGED: ReadonlyMap<string, RoutedEdge> = new Map();

/** The overlay on the flow: the list of keys, the search, the choice of an edge's target or of a card's kind. */
export type Overlay = "keys" | "search" | "connect" | "kinds" | null;

/** The tools that every part of the canvas may use. */
export interface Tools {
  subject: Subject;
  /** The view with every intent of this tab applied, also with those of this moment. */
  latest: () => View;
  dispatch: (intent: Intent) => void;
  words: Translate;
  /** The state, annotation, card or arrow whose words are being written. */
  renaming: Cell<string | null>;
  /** The card that takes what is typed: the only one that is selected. */
  ready: Cell<string | null>;
  draft: Cell<Draft | null>;
  drop: Cell<Drop>;
  /** The titles that are shown shorter, so that no two look the same. */
  shortTitles: Cell<ReadonlyMap<string, string>>;
  /** The edges that a drag changes, as they look meanwhile. */
  dragged: Cell<ReadonlyMap<string, RoutedEdge>>;
  hint: Cell<Hint | null>;
  looseEnd: Cell<LooseEnd | null>;
  overlay: Cell<Overlay>;
  /** The containers that are shown as cards. */
  folded: Cell<ReadonlySet<string>>;
  toggleFold: (id: string) => void;
  /** The last change in words, for a screen reader. */
  announcement: Cell<string>;
  hasMap: Cell<boolean>;
  panels: Cell<Panels>;
}

export function tools(
  store: Pick<CanvasStore, "dispatch" | "snapshot" | "folded" | "subject">,
  language: Language,
): Tools {
  const words = translator(language);
  const announcement = new Cell("");
  const dispatch = (intent: Intent) => {
    announcement.set(announcementOf(store.snapshot().view, intent, words));
    store.dispatch(intent);
  };
  return {
    subject: store.subject,
    latest: () => store.snapshot().view,
    ready: new Cell<string | null>(null),
    draft: new Cell<Draft | null>(null),
    dispatch,
    words,
    announcement,
    folded: store.folded,
    toggleFold: (id) => {
      const folds = new Set(store.folded.get());
      const name = store.snapshot().view.nodes[id]?.name ?? "";
      announcement.set(words(folds.has(id) ? "said.unfold" : "said.fold", { name }));
      if (!folds.delete(id)) folds.add(id);
      store.folded.set(folds);
    },
    renaming: new Cell<string | null>(null),
    drop: new Cell(NO_DROP),
    shortTitles: new Cell<ReadonlyMap<string, string>>(new Map()),
    dragged: new Cell<ReadonlyMap<string, RoutedEdge>>(NOTHING_DRAGGED),
    hint: new Cell<Hint | null>(null),
    looseEnd: new Cell<LooseEnd | null>(null),
    overlay: new Cell<Overlay>(null),
    hasMap: new Cell(false),
    panels: panels(),
  };
}

export const ViewModeContext = createContext<ViewMode>("engineering");

/** The view mode of the workflow. */
export function useViewMode(): ViewMode {
  return useContext(ViewModeContext);
}

export const ToolsContext = createContext<Tools | null>(null);

export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error("outside of the canvas");
  return tools;
}
