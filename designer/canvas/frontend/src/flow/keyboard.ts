import { useEffect, useRef } from "react";

export interface Commands {
  undo: () => void;
  redo: () => void;
  remove: () => void;
  rename: () => void;
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
      const command = commandFor(event);
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      current.current[command]();
    };
    const inside = (event: KeyboardEvent) => {
      const typing = isTyping(event.composedPath()[0]);
      if (!typing) obey(event);
      if (typing || isLetter(event)) event.stopPropagation();
    };
    const outside = (event: KeyboardEvent) => {
      if (event.target === document.body) obey(event);
    };
    root.addEventListener("keydown", inside);
    document.addEventListener("keydown", outside);
    return () => {
      root.removeEventListener("keydown", inside);
      document.removeEventListener("keydown", outside);
    };
  }, [root]);
}

function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== " ";
}

function isTyping(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable=true]");
}

function commandFor(event: KeyboardEvent): keyof Commands | undefined {
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    if (key === "z") return event.shiftKey ? "redo" : "undo";
    return key === "y" ? "redo" : undefined;
  }
  if (event.key === "Delete" || event.key === "Backspace") return "remove";
  return event.key === "F2" ? "rename" : undefined;
}
