import { useSyncExternalStore } from "react";

/** A value that components look at; only those whose look of it changes are drawn again. */
export class Cell<Value> {
  private listeners = new Set<() => void>();

  constructor(private value: Value) {}

  get = (): Value => this.value;

  set = (value: Value): void => {
    if (value === this.value) return;
    this.value = value;
    for (const listener of this.listeners) listener();
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export function useCell<Value, Seen>(cell: Cell<Value>, look: (value: Value) => Seen): Seen {
  return useSyncExternalStore(cell.subscribe, () => look(cell.get()));
}
