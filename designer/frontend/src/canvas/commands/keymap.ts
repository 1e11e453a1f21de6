import type { Direction } from "../model/walking";
import { type CommandId, type Commands, withKeys } from "./commands";

const BY_KEY = new Map(withKeys().flatMap(([id, keys]) => keys.map((key): [string, CommandId] => [key, id])));

/** The command of a key, if it has one. */
export function commandOf(event: KeyboardEvent, commands: Commands): (() => void) | undefined {
  const name = BY_KEY.get(spelled(event));
  const direction = event.key.slice("Arrow".length).toLowerCase() as Direction;
  return name && (() => commands[name](direction));
}

/** Tells if a button, a list or a menu uses the key itself. */
export function isForControls(event: KeyboardEvent): boolean {
  return ["Arrow", "Shift+Arrow", "Enter", "Space"].includes(spelled(event));
}

/** The key as `COMMANDS` writes it. Of a sign it does not matter whether Shift is needed for it. */
function spelled({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const isSign = key.length === 1 && key.toUpperCase() === key.toLowerCase() && key !== " ";
  const parts = [ctrlKey || metaKey ? "Ctrl" : "", altKey ? "Alt" : "", shiftKey && !isSign ? "Shift" : ""];
  return [...parts.filter(Boolean), named(key)].join("+");
}

function named(key: string): string {
  if (key === " ") return "Space";
  if (key.startsWith("Arrow")) return "Arrow";
  return key.length === 1 ? key.toUpperCase() : key;
}
