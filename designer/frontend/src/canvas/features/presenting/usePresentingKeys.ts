import { useEffect, useEffectEvent } from "react";

interface Commands {
  go: () => void;
  back: () => void;
  choose: (step: 1 | -1) => void;
  toStart: () => void;
  toEnd: () => void;
  switchLook: () => void;
  end: () => void;
}

/** The keys of a presentation: as long as it runs, no other part of the page gets any but Tab. */
export function usePresentingKeys(isRunning: boolean, commands: Commands): void {
  const runCommand = useEffectEvent((event: KeyboardEvent) => {
    const [target] = event.composedPath();
    const isOnButton = target instanceof Element && target.closest(".presentation button") !== null;
    if (event.key === "Tab" || (isOnButton && (event.key === "Enter" || event.key === " "))) return;
    event.stopPropagation();
    const command = commandFor(event, commands);
    if (!command) return;
    event.preventDefault();
    command();
  });
  useEffect(() => {
    if (!isRunning) return;
    const onKeyDown = (event: KeyboardEvent) => runCommand(event);
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, [isRunning]);
}

function commandFor(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  commands: Commands,
): (() => void) | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  switch (key) {
    case "ArrowDown":
    case "PageDown":
    case "Enter":
      return commands.go;
    case " ":
      return shiftKey ? commands.back : commands.go;
    case "ArrowUp":
    case "PageUp":
    case "Backspace":
      return commands.back;
    case "ArrowRight":
      return () => commands.choose(1);
    case "ArrowLeft":
      return () => commands.choose(-1);
    case "Home":
      return commands.toStart;
    case "End":
      return commands.toEnd;
    case "v":
    case "V":
      return commands.switchLook;
    case "Escape":
      return commands.end;
  }
  return undefined;
}
