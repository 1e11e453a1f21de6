import type { Intent, View } from "../protocol/protocol.gen";
import {
  NARROW_LETTER,
  NEW_NOTE_HEIGHT,
  NOTE_LINE,
  NOTE_PADDING,
  NOTE_WIDTH,
  WIDE_LETTER,
  WIDE_LETTERS_FROM,
} from "../protocol/states.gen";
import { isWithin, overlap, type Rect, rectangles } from "../routing/geometry";
import { nearestFree } from "./space";

type Rects = Map<string, Rect>;

/**
 * The view after an intent with its notes moved off what they would cover, to the nearest free place, as
 * `designer/workspace/keep_apart.py` does it. Only by hand a note is put on a state, or a state on it.
 */
export function notesApart(before: View, after: View, intent: Intent): View {
  const ids = Object.keys(after.notes);
  if (ids.length === 0 || before === after) return after;
  const byHand = putByHand(intent);
  const [old, rects] = [covering(before), covering(after)];
  const isMeant = (note: string, other: string) => {
    const [here, there] = [rects.get(note) as Rect, rects.get(other) as Rect];
    if (!old.has(note) && !(other in after.notes) && isWithin(here, there)) return true;
    return byHand.includes(note) || byHand.includes(other) || haveOverlapped(old, note, other);
  };
  const hasGrown = (id: string) =>
    (rects.get(id)?.height ?? 0) > (old.get(id)?.height ?? Number.POSITIVE_INFINITY);
  const settled = [...rects.keys()].filter((id) => !(id in after.notes));
  const places: Rects = new Map(rects);
  for (const id of [...ids.filter(hasGrown), ...ids.filter((id) => !hasGrown(id))]) {
    const rect = places.get(id) as Rect;
    const covered = settled.filter((other) => overlap(rect, places.get(other) as Rect));
    if (covered.some((other) => !isMeant(id, other))) {
      const others = [...places].filter(([other]) => other !== id).map(([, other]) => other);
      places.set(id, nearestFree(rect, others));
    }
    settled.push(id);
  }
  return withNotesAt(after, places);
}

/** The ids of what a person has put where it stands. */
function putByHand(intent: Intent): string[] {
  if (intent.kind === "move-states") return intent.places.map(({ uid }) => uid);
  return intent.kind === "add-note" && intent.dropped ? [`note:${intent.uid}`] : [];
}

/** The height that a note with this text needs, about and at most. */
export function noteHeight(text: string): number {
  const room = NOTE_WIDTH - NOTE_PADDING;
  const widthOf = (letter: string) =>
    (letter.codePointAt(0) ?? 0) >= WIDE_LETTERS_FROM ? WIDE_LETTER : NARROW_LETTER;
  const lines = text.split("\n").map((line) => {
    const width = [...line].reduce((sum, letter) => sum + widthOf(letter), 0);
    return Math.max(1, Math.ceil(width / room));
  });
  return Math.max(NEW_NOTE_HEIGHT, NOTE_PADDING + NOTE_LINE * lines.reduce((sum, count) => sum + count, 0));
}

/** The rectangles that a note is to keep off: the outermost boxes, the cards in them, and the notes. */
export function covering(view: View): Rects {
  const holding = new Set(Object.values(view.nodes).map(({ parent }) => parent));
  const boxes = [...rectangles(view)].filter(([id]) => !holding.has(id) || view.nodes[id]?.parent === "");
  const notes = Object.values(view.notes).map(({ id, text, x, y }): [string, Rect] => [
    id,
    { x, y, width: NOTE_WIDTH, height: noteHeight(text) },
  ]);
  return new Map([...boxes, ...notes]);
}

function haveOverlapped(old: Rects, one: string, other: string): boolean {
  const [here, there] = [old.get(one), old.get(other)];
  return here !== undefined && there !== undefined && overlap(here, there);
}

function withNotesAt(view: View, places: Rects): View {
  const notes = { ...view.notes };
  for (const note of Object.values(view.notes)) {
    const place = places.get(note.id);
    if (place && (place.x !== note.x || place.y !== note.y))
      notes[note.id] = { ...note, x: place.x, y: place.y };
  }
  return { ...view, notes };
}
