import type { Intent, Numbered } from "../protocol/protocol.gen";

/** A client's intents that Python has not acknowledged yet. */
export interface Letters {
  client: string;
  next: number;
  pending: Numbered[];
}

export function freshLetters(): Letters {
  return { client: newId(), next: 1, pending: [] };
}

export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

export function written(letters: Letters, intent: Intent): Letters {
  const numbered = { number: letters.next, intent };
  return { ...letters, next: letters.next + 1, pending: [...letters.pending, numbered] };
}

export function acknowledged(letters: Letters, number: number): Letters {
  const pending = letters.pending.filter((numbered) => numbered.number > number);
  return pending.length === letters.pending.length ? letters : { ...letters, pending };
}
