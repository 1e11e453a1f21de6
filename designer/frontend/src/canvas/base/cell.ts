import { useSyncExternalStore } from "react";

/**
 * A value outside of React. A component that reads it with `useCell` is rendered again when the part that it
 * selects changes.
 */
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

export function useCell<Value, Seen>(cell: Cell<Value>, select: (value: Value) => Seen): Seen {
  return useSyncExternalStore(cell.subscribe, () => select(cell.get()));
}
