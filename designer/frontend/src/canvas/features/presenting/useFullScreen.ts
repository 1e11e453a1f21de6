import { useEffect, useEffectEvent } from "react";

/**
 * Fill the screen with an element as long as it is wanted; `onLeave` is called when a person leaves full
 * screen.
 */
export function useFullScreen(element: HTMLElement | null, isWanted: boolean, onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    if (!element || !isWanted) return;
    const wasFull = document.fullscreenElement !== null;
    let isFull = wasFull;
    const onChange = () => {
      if (isFull && !document.fullscreenElement) leave();
      isFull = document.fullscreenElement !== null;
    };
    document.addEventListener("fullscreenchange", onChange);
    const entered = wasFull ? null : element.requestFullscreen?.().catch(() => {});
    return () => {
      document.removeEventListener("fullscreenchange", onChange);
      entered?.then(() => document.fullscreenElement && document.exitFullscreen().catch(() => {}));
    };
  }, [element, isWanted]);
}
