import { useEffect, useRef } from "react";

const STEP = 10;
const SMALL_STEP = 1;

export interface Commands {
  undo: () => void;
  redo: () => void;
  remove: () => void;
  rename: () => void;
  deselect: () => void;
  choose: (id: string) => void;
  nudge: (right: number, down: number) => void;
  duplicate: () => void;
  copy: () => void;
  cut: () => void;
  selectAll: () => void;
  search: () => void;
  showKeys: () => void;
}

/**
 * The canvas' keys. They are heard where the canvas or nothing has the focus, and never while a person types
 * in a field. Letters are kept from the page around, which has keys of its own. `root` is the element that React
 * draws into: there, React has heard of a key before it is kept.
 */
export function useKeyboard(root: HTMLElement | null, commands: Commands): void {
  const current = useRef(commands);
  current.current = commands;

  useEffect(() => {
    if (!root) return;
    const obey = (event: KeyboardEvent) => {
      const command = commandFor(event, current.current);
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      command();
    };
    const inside = (event: KeyboardEvent) => {
      const typing = isTyping(event.composedPath()[0]);
      if (!typing) obey(event);
      if (typing || isLetter(event)) event.stopPropagation();
    };
    const outside = (event: KeyboardEvent) => {
      if (isAround(event.target, root)) obey(event);
    };
    root.addEventListener("keydown", inside);
    document.addEventListener("keydown", outside);
    return () => {
      root.removeEventListener("keydown", inside);
      document.removeEventListener("keydown", outside);
    };
  }, [root]);
}

/** Whether the canvas lies in the page's element, as in its body: a click on the canvas' ground may focus one. */
function isAround(target: EventTarget | null, root: HTMLElement): boolean {
  const shadow = root.getRootNode();
  const host = shadow instanceof ShadowRoot ? shadow.host : root;
  return target instanceof Element && target !== host && target.contains(host);
}

function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== " ";
}

export function isTyping(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable=true]");
}

function commandFor(event: KeyboardEvent, commands: Commands): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey) {
    const withControl: Record<string, () => void> = {
      z: event.shiftKey ? commands.redo : commands.undo,
      y: commands.redo,
      d: commands.duplicate,
      c: commands.copy,
      x: commands.cut,
      a: commands.selectAll,
      f: commands.search,
    };
    return withControl[event.key.toLowerCase()];
  }
  const step = event.shiftKey ? SMALL_STEP : STEP;
  switch (event.key) {
    case "Delete":
    case "Backspace":
      return commands.remove;
    case "F2":
      return commands.rename;
    case "?":
      return commands.showKeys;
    case "/":
      return commands.search;
    case "Escape":
      return commands.deselect;
    case "Enter":
    case " ":
      return choosing(event, commands);
    case "ArrowLeft":
      return () => commands.nudge(-step, 0);
    case "ArrowRight":
      return () => commands.nudge(step, 0);
    case "ArrowUp":
      return () => commands.nudge(0, -step);
    case "ArrowDown":
      return () => commands.nudge(0, step);
  }
  return undefined;
}

/** Enter on a state that has the focus selects it. */
function choosing(event: KeyboardEvent, commands: Commands): (() => void) | undefined {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement && target.matches(".react-flow__node"))) return undefined;
  const { id } = target.dataset;
  return id ? () => commands.choose(id) : undefined;
}
