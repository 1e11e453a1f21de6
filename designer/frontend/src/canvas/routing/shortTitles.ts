import type { Node } from "../protocol/protocol.gen";
import { type Shown, shortTexts } from "./shortTexts";

const SIZE = 15;
/** Names are half bold, which is a little wider. */
const BOLD = 1.06;
const CARD = { width: 146, lines: 2 };
const ROOMS: Partial<Record<Node["type"], { width: number; lines: number }>> = {
  Choice: { width: 126, lines: 2 },
  Succeed: { width: 94, lines: 2 },
  Fail: { width: 94, lines: 2 },
};
const TITLE_ROOM = { sides: 120, share: 0.55 };

/** A state with the title that is drawn on it. */
export interface Titled {
  id: string;
  type: Node["type"];
  width: number;
  title: string;
}

/** Short titles by id, for states whose titles would be cut to the same beginning. */
export function shortTitles(states: Titled[]): Map<string, string> {
  return shortTexts(states.filter(({ title }) => title !== "").map(shown));
}

function shown({ id, type, width, title }: Titled): Shown {
  const isContainer = (type === "Map" || type === "Parallel") && width > CARD.width * 1.6;
  const bar = { width: (width - TITLE_ROOM.sides) * TITLE_ROOM.share, lines: 1 };
  return { id, text: title, size: SIZE * BOLD, ...(isContainer ? bar : (ROOMS[type] ?? CARD)) };
}
