import {
  Columns3,
  Copy,
  Expand,
  Keyboard,
  type LucideIcon,
  Map as MapIcon,
  Maximize,
  Minus,
  Network,
  Play,
  Plus,
  Redo,
  Redo2,
  Repeat2,
  RotateCcw,
  Search,
  Spline,
  SquareArrowOutUpRight,
  SquareDashed,
  StepBack,
  StepForward,
  Trash2,
  Undo2,
  X,
} from "lucide-react";
import type { Direction } from "../model/walking";
import type { RunOverlay, Subject, View } from "../protocol/protocol.gen";

/** The state of the canvas that buttons depend on. */
export interface CommandState {
  view: View;
  /** The ids of the selected states. */
  selected: string[];
  isMapShown: boolean;
  run: RunOverlay | null;
}

/**
 * A command of the canvas. The keymap, the list behind `?`, the toolbar and the selection bar are made from
 * these records; `useCommands` says what each does.
 */
export interface Command {
  /** Its keys; `Arrow` stands for all four. The words of the list behind `?` are `canvas.keys.<id>`. */
  keys?: readonly string[];
  /**
   * Its keys on a sketch, where letters are written on the selected card; left out where they are the same.
   * False for what belongs to workflows alone.
   */
  onSketch?: readonly string[] | false;
  /** Set for what belongs to sketches alone. */
  isOfSketch?: true;
  /** Set where it gets the direction of the arrow key that was pressed. */
  hasDirection?: true;
  /** Its button: `data-tool` is the name, and the words are `canvas.<bar>.<name>`. */
  button?: { bar: "tool" | "selection"; name: string; icon?: LucideIcon };
  /** Tells if its button can be used; left out where it always can. */
  isEnabled?: (state: CommandState) => boolean;
  /** Tells if the thing that its button switches is on; left out where it switches nothing. */
  isOn?: (state: CommandState) => boolean;
}

/** All commands; those with keys in the order of the list behind `?`. */
export const COMMANDS = {
  search: {
    keys: ["Ctrl+F", "/"],
    onSketch: ["Ctrl+F"],
    button: { bar: "tool", name: "search", icon: Search },
  },
  add: { keys: ["N"], onSketch: false },
  addCard: { keys: ["Enter"], isOfSketch: true },
  walk: { keys: ["Arrow"], hasDirection: true },
  extend: { keys: ["Shift+Arrow"], hasDirection: true },
  arrows: { keys: ["A"], onSketch: ["Alt+A"] },
  connect: {
    keys: ["C"],
    onSketch: ["Alt+C"],
    button: { bar: "selection", name: "connect", icon: Spline },
    isEnabled: ({ selected }) => selected.length === 1,
  },
  start: { keys: ["S"], onSketch: false },
  enter: { keys: ["Enter", "Space"], onSketch: ["Alt+Enter"] },
  rename: { keys: ["F2"] },
  remove: { keys: ["Delete", "Backspace"], button: { bar: "selection", name: "remove", icon: Trash2 } },
  nudge: { keys: ["Alt+Arrow"], hasDirection: true },
  nudgeLittle: { keys: ["Alt+Shift+Arrow"], hasDirection: true },
  fold: { keys: ["E"], onSketch: false },
  wrapInParallel: {
    keys: ["W"],
    onSketch: false,
    button: { bar: "selection", name: "wrap-parallel", icon: Columns3 },
  },
  extract: {
    keys: ["X"],
    onSketch: false,
    button: { bar: "selection", name: "extract", icon: SquareArrowOutUpRight },
  },
  wrapInMap: { keys: ["R"], onSketch: false, button: { bar: "selection", name: "wrap-map", icon: Repeat2 } },
  layOut: {
    keys: ["L"],
    onSketch: ["Alt+L"],
    button: { bar: "selection", name: "lay-out", icon: Network },
    isEnabled: ({ selected }) => selected.length > 1,
  },
  duplicate: { keys: ["Ctrl+D"], button: { bar: "selection", name: "duplicate", icon: Copy } },
  copy: { keys: ["Ctrl+C"] },
  cut: { keys: ["Ctrl+X"] },
  selectAll: { keys: ["Ctrl+A"] },
  deselect: { keys: ["Escape"] },
  undo: {
    keys: ["Ctrl+Z"],
    button: { bar: "tool", name: "undo", icon: Undo2 },
    isEnabled: ({ view }) => view.can_undo,
  },
  redo: {
    keys: ["Ctrl+Y", "Ctrl+Shift+Z"],
    button: { bar: "tool", name: "redo", icon: Redo2 },
    isEnabled: ({ view }) => view.can_redo,
  },
  addNote: { keys: ["M"], onSketch: false },
  addLane: {
    keys: ["F"],
    onSketch: ["Alt+F"],
    button: { bar: "selection", name: "frame", icon: SquareDashed },
  },
  switchLook: { keys: ["V"], onSketch: false },
  play: {
    keys: ["G", "F8"],
    onSketch: false,
    button: { bar: "tool", name: "play", icon: Play },
    isEnabled: ({ run }) => !run || run.can_go_on || run.status === "succeeded" || run.status === "failed",
  },
  stepIn: {
    keys: [".", "F10"],
    onSketch: false,
    button: { bar: "tool", name: "step-in", icon: StepForward },
    isEnabled: ({ run }) => !run || run.can_go_on,
  },
  stepOver: {
    keys: [";", "F11"],
    onSketch: false,
    button: { bar: "tool", name: "step-over", icon: Redo },
    isEnabled: ({ run }) => !run || run.can_go_on,
  },
  stepBack: {
    keys: [",", "Shift+F10"],
    onSketch: false,
    button: { bar: "tool", name: "step-back", icon: StepBack },
    isEnabled: ({ run }) => run?.can_go_back === true,
  },
  playAgain: {
    keys: ["Shift+G"],
    onSketch: false,
    button: { bar: "tool", name: "play-again", icon: RotateCcw },
    isEnabled: ({ run }) => run !== null,
  },
  playTo: { keys: ["H"], onSketch: false },
  toggleBreakpoint: { keys: ["B"], onSketch: false },
  closeRun: {
    keys: ["Shift+F8"],
    onSketch: false,
    button: { bar: "tool", name: "close-run", icon: X },
  },
  present: { keys: ["P"], onSketch: ["Alt+P"] },
  showKeys: { keys: ["?"], onSketch: ["?", "F1"], button: { bar: "tool", name: "keys", icon: Keyboard } },
  autoLayout: { button: { bar: "tool", name: "auto-layout", icon: Network } },
  zoomOut: { button: { bar: "tool", name: "zoom-out", icon: Minus } },
  resetZoom: { button: { bar: "tool", name: "zoom" } },
  zoomIn: { button: { bar: "tool", name: "zoom-in", icon: Plus } },
  showAll: { button: { bar: "tool", name: "fit", icon: Maximize } },
  toggleMap: {
    button: { bar: "tool", name: "map", icon: MapIcon },
    isOn: ({ isMapShown }) => isMapShown,
  },
  toggleFullScreen: { button: { bar: "tool", name: "full-screen", icon: Expand } },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;

/** The functions of the commands. */
export type Commands = {
  [Id in CommandId]: (typeof COMMANDS)[Id] extends { hasDirection: true }
    ? (direction: Direction) => void
    : () => void;
};

/** The record of a command, without the narrower type that it has by its id. */
export function command(id: CommandId): Command {
  return COMMANDS[id];
}

/** Tells if a command is offered on a workflow, or on a sketch. */
export function isOffered(id: CommandId, subject: Subject): boolean {
  const { onSketch, isOfSketch } = command(id);
  return subject === "sketch" ? onSketch !== false : !isOfSketch;
}

/** The keys of a command there, the usual one first. */
export function keysOf(id: CommandId, subject: Subject): readonly string[] {
  const { keys, onSketch } = command(id);
  return (isOffered(id, subject) && ((subject === "sketch" && onSketch) || keys)) || [];
}

/** The commands that have keys there, with these. */
export function withKeys(subject: Subject): [id: CommandId, keys: readonly string[]][] {
  const ids = Object.keys(COMMANDS) as CommandId[];
  return ids.flatMap((id): [CommandId, readonly string[]][] => {
    const keys = keysOf(id, subject);
    return keys.length > 0 ? [[id, keys]] : [];
  });
}
