import { newId } from "../../shared/newId";
import type { Intent, Numbered } from "../protocol/protocol.gen";

/** A client's intents that Python has not acknowledged yet, as sessionStorage keeps them over a reload. */
export interface Letters {
  client: string;
  next: number;
  pending: Numbered[];
}

export function freshLetters(): Letters {
  return { client: newId(), next: 1, pending: [] };
}

export function written(letters: Letters, intent: Intent): Letters {
  const numbered = { number: letters.next, intent };
  return { ...letters, next: letters.next + 1, pending: [...letters.pending, numbered] };
}

export function acknowledged(letters: Letters, number: number): Letters {
  const pending = letters.pending.filter((numbered) => numbered.number > number);
  return pending.length === letters.pending.length ? letters : { ...letters, pending };
}
