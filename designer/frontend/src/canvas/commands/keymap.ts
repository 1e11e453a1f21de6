import type { Direction } from "../model/walking";
import type { Subject } from "../protocol/protocol.gen";
import { type CommandId, type Commands, withKeys } from "./commands";

const BY_KEY = { workflow: byKey("workflow"), sketch: byKey("sketch") };

/** The command of a key, if it has one. */
export function commandOf(
  event: KeyboardEvent,
  commands: Commands,
  subject: Subject,
): (() => void) | undefined {
  const name = BY_KEY[subject].get(spelled(event));
  const direction = event.key.slice("Arrow".length).toLowerCase() as Direction;
  return name && (() => commands[name](direction));
}

function byKey(subject: Subject): Map<string, CommandId> {
  return new Map(
    withKeys(subject).flatMap(([id, keys]) => keys.map((key): [string, CommandId] => [key, id])),
  );
}

/** Tells if a button, a list or a menu uses the key itself. */
export function isForControls(event: KeyboardEvent): boolean {
  return ["Arrow", "Shift+Arrow", "Enter", "Space"].includes(spelled(event));
}

/**
 * The key as `COMMANDS` writes it. Of a sign it does not matter whether Shift is needed for it; with Alt, some
 * systems type another letter than is on the key.
 */
function spelled({ key: typed, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const key = altKey ? (/^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? typed) : typed;
  const isSign = key.length === 1 && key.toUpperCase() === key.toLowerCase() && key !== " ";
  const parts = [ctrlKey || metaKey ? "Ctrl" : "", altKey ? "Alt" : "", shiftKey && !isSign ? "Shift" : ""];
  return [...parts.filter(Boolean), named(key)].join("+");
}

function named(key: string): string {
  if (key === " ") return "Space";
  if (key.startsWith("Arrow")) return "Arrow";
  return key.length === 1 ? key.toUpperCase() : key;
}
