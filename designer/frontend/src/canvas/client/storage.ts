import { Cell } from "../base/cell";
import { type IntentQueue, newQueue } from "./outbox";

/**
 * Takes the intents of before a reload out of sessionStorage. They are there only between two lives of the
 * page, so that a duplicated tab, which gets a copy of that storage, never sends with the number of another
 * tab.
 */
export function takeQueue(workflow: string): IntentQueue {
  const key = storageKey(workflow);
  const stored = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return stored ? JSON.parse(stored) : newQueue();
}

export function storeQueue(workflow: string, queue: IntentQueue): void {
  sessionStorage.setItem(storageKey(workflow), JSON.stringify(queue));
}

function storageKey(workflow: string): string {
  return `designer.canvas/${workflow}`;
}

/**
 * The containers that this tab shows folded. As the zoom, they belong to one person's view: folding changes
 * no file.
 */
export function storedFolds(workflow: string): Cell<ReadonlySet<string>> {
  const key = `designer.folds/${workflow}`;
  const folds = new Cell<ReadonlySet<string>>(new Set(JSON.parse(sessionStorage.getItem(key) ?? "[]")));
  folds.subscribe(() => sessionStorage.setItem(key, JSON.stringify([...folds.get()])));
  return folds;
}
