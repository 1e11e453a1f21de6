import { freshLetters, type Letters } from "./outbox";

/**
 * Letters survive a reload of the page in sessionStorage. They are there only between two lives of the page:
 * a duplicated tab, which gets a copy of that storage, thus never speaks with the number of another tab.
 */
export function keptLetters(workflow: string): Letters {
  const key = storageKey(workflow);
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return kept ? JSON.parse(kept) : freshLetters();
}

export function keepLetters(workflow: string, letters: Letters): void {
  sessionStorage.setItem(storageKey(workflow), JSON.stringify(letters));
}

function storageKey(workflow: string): string {
  return `designer.canvas/${workflow}`;
}
