import type { Direction } from "../model/walking";

/** Every command of the keyboard; one that goes somewhere is told the direction. */
export interface Commands {
  search: () => void;
  add: () => void;
  walk: (direction: Direction) => void;
  extend: (direction: Direction) => void;
  arrows: () => void;
  connect: () => void;
  start: () => void;
  enter: () => void;
  rename: () => void;
  remove: () => void;
  nudge: (direction: Direction) => void;
  nudgeLittle: (direction: Direction) => void;
  fold: () => void;
  wrapInParallel: () => void;
  wrapInMap: () => void;
  layOut: () => void;
  duplicate: () => void;
  copy: () => void;
  cut: () => void;
  selectAll: () => void;
  deselect: () => void;
  undo: () => void;
  redo: () => void;
  addNote: () => void;
  addLane: () => void;
  switchLook: () => void;
  present: () => void;
  showKeys: () => void;
}

/** The keys of each command, in the order of the list that `?` shows; `Arrow` stands for all four. */
export const KEYMAP: Record<keyof Commands, string[]> = {
  search: ["Ctrl+F", "/"],
  add: ["N"],
  walk: ["Arrow"],
  extend: ["Shift+Arrow"],
  arrows: ["A"],
  connect: ["C"],
  start: ["S"],
  enter: ["Enter", "Space"],
  rename: ["F2"],
  remove: ["Delete", "Backspace"],
  nudge: ["Alt+Arrow"],
  nudgeLittle: ["Alt+Shift+Arrow"],
  fold: ["E"],
  wrapInParallel: ["W"],
  wrapInMap: ["R"],
  layOut: ["L"],
  duplicate: ["Ctrl+D"],
  copy: ["Ctrl+C"],
  cut: ["Ctrl+X"],
  selectAll: ["Ctrl+A"],
  deselect: ["Escape"],
  undo: ["Ctrl+Z"],
  redo: ["Ctrl+Y", "Ctrl+Shift+Z"],
  addNote: ["M"],
  addLane: ["F"],
  switchLook: ["V"],
  present: ["P"],
  showKeys: ["?"],
};

const COMMANDS = new Map(
  Object.entries(KEYMAP).flatMap(([command, keys]) => keys.map((key) => [key, command as keyof Commands])),
);

/** What a key asks for; nothing where it is none of ours. */
export function commandOf(event: KeyboardEvent, commands: Commands): (() => void) | undefined {
  const name = COMMANDS.get(spelled(event));
  const direction = event.key.slice("Arrow".length).toLowerCase() as Direction;
  return name && (() => commands[name](direction));
}

/** Keys that a button, a list or a menu has a use for itself. */
export function isForControls(event: KeyboardEvent): boolean {
  return ["Arrow", "Shift+Arrow", "Enter", "Space"].includes(spelled(event));
}

/** The key as `KEYMAP` writes it. Of a sign it does not matter whether Shift is needed for it. */
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
