import type { Translate } from "../base/words";
import type { Lane, Note, View } from "../protocol/protocol.gen";
import { NOTE_WIDTH } from "../protocol/states.gen";
import type { CanvasNode } from "./nodes";

/** The lanes of the flow: behind all else, and open to clicks only at their titles. */
export function laneNodes(view: View, words: Translate): CanvasNode[] {
  return Object.values(view.lanes).map((lane: Lane) => ({
    id: lane.id,
    type: "Lane",
    position: { x: lane.x, y: lane.y },
    width: lane.width,
    height: lane.height,
    data: { lane },
    dragHandle: ".lane-title",
    style: { pointerEvents: "none" },
    ...spoken(words("lane.role"), lane.owner),
  }));
}

/** The notes of the flow; each is as high as its text. */
export function noteNodes(view: View, words: Translate): CanvasNode[] {
  return Object.values(view.notes).map((note: Note) => ({
    id: note.id,
    type: "Note",
    position: { x: note.x, y: note.y },
    width: NOTE_WIDTH,
    data: { note },
    ...spoken(words("note.role"), note.text),
  }));
}

function spoken(role: string, text: string) {
  return {
    ariaRole: "group",
    ariaLabel: text || role,
    domAttributes: { tabIndex: 0, "aria-roledescription": role },
  } as const;
}
