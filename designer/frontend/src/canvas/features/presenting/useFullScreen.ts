import { useEffect, useRef } from "react";

/** Fill the screen with an element as long as it is wanted; `onLeave` hears of a person leaving full screen. */
export function useFullScreen(element: HTMLElement | null, isWanted: boolean, onLeave: () => void): void {
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    if (!element || !isWanted) return;
    const wasFull = document.fullscreenElement !== null;
    let isFull = wasFull;
    const hear = () => {
      if (isFull && !document.fullscreenElement) leave.current();
      isFull = document.fullscreenElement !== null;
    };
    document.addEventListener("fullscreenchange", hear);
    const entered = wasFull ? null : element.requestFullscreen?.().catch(() => {});
    return () => {
      document.removeEventListener("fullscreenchange", hear);
      entered?.then(() => document.fullscreenElement && document.exitFullscreen().catch(() => {}));
    };
  }, [element, isWanted]);
}
