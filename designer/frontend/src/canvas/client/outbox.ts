import { newId } from "../../shared/newId";
import type { Intent, Numbered } from "../protocol/protocol.gen";

/** A client's intents that Python has not acknowledged yet, as sessionStorage keeps them over a reload. */
export interface IntentQueue {
  client: string;
  next: number;
  pending: Numbered[];
}

export function newQueue(): IntentQueue {
  return { client: newId(), next: 1, pending: [] };
}

export function enqueued(queue: IntentQueue, intent: Intent): IntentQueue {
  const numbered = { number: queue.next, intent };
  return { ...queue, next: queue.next + 1, pending: [...queue.pending, numbered] };
}

export function acknowledged(queue: IntentQueue, number: number): IntentQueue {
  const pending = queue.pending.filter((numbered) => numbered.number > number);
  return pending.length === queue.pending.length ? queue : { ...queue, pending };
}
