import { useEffect, useEffectEvent } from "react";
import type { Commands } from "../../commands/commands";
import { commandOf, isForControls } from "../../commands/keymap";
import { useTools } from "../../tools/context";

/** Controls of the canvas that use some keys themselves, and those that use all. */
const CONTROLS = "button, nav, [role=toolbar]";
/** The field of a selected card, as long as nothing is typed into it. */
const READY = "[data-ready]";
const CLOSED = "[role=menu], [role=dialog]";

/**
 * Runs commands by their keys where the canvas or nothing has the focus, those with Ctrl on the buttons around,
 * too, and none while a person types in a field. Single letters do not reach the page around, which has keys of
 * its own. `root` is the element that React renders into: there, React has handled a key before it is stopped.
 */
export function useKeyboard(root: HTMLElement | null, commands: Commands): void {
  const { subject } = useTools();
  const runCommand = useEffectEvent((event: KeyboardEvent) => {
    const command = event.isComposing ? undefined : commandOf(event, commands, subject);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    command();
  });

  useEffect(() => {
    if (!root) return;
    const inside = (event: KeyboardEvent) => {
      const [target] = event.composedPath();
      if (!event.defaultPrevented && !isTaken(target, event)) runCommand(event);
      if (isTyping(target) || isLetter(event)) event.stopPropagation();
    };
    const outside = (event: KeyboardEvent) => {
      if (isAround(event.target, root) || isLeftToCanvas(event)) runCommand(event);
    };
    root.addEventListener("keydown", inside);
    document.addEventListener("keydown", outside);
    return () => {
      root.removeEventListener("keydown", inside);
      document.removeEventListener("keydown", outside);
    };
  }, [root]);
}

/** Tells if the focused element uses the key itself. */
function isTaken(target: EventTarget | undefined, event: KeyboardEvent): boolean {
  if (isTyping(target) || !(target instanceof Element)) return isTyping(target);
  if (target.matches(READY)) return isWritten(event);
  if (target.closest(CLOSED)) return true;
  return target.closest(CONTROLS) !== null && isForControls(event);
}

/**
 * Tells if the canvas lies in the element, as in the page's body, which gets the focus by a click on the
 * board.
 */
export function isAround(target: EventTarget | null, root: HTMLElement): boolean {
  const shadow = root.getRootNode();
  const host = shadow instanceof ShadowRoot ? shadow.host : root;
  return target instanceof Element && target !== host && target.contains(host);
}

/**
 * Tells if a key with Ctrl was pressed on a button of the page, as the one that just chose the page: buttons use
 * no such key. In a dialog nothing reaches the canvas behind.
 */
export function isLeftToCanvas({ target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (!(ctrlKey || metaKey) || !(target instanceof Element)) return false;
  return (
    target.closest("button, [role=button], [role=radio]") !== null && target.closest("[role=dialog]") === null
  );
}

function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== " ";
}

/** Tells if the key writes something. */
function isWritten({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

/** Tells if what is typed goes into the element, as into a field in which a person writes. */
export function isTyping(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement) || target.matches(READY)) return false;
  return target.matches("input, textarea, select, [contenteditable=true]");
}
