import { type RefObject, useLayoutEffect } from "react";

/** Give an element the focus when it appears, as the person has just asked for it. */
export function useInitialFocus(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => element.current?.focus(), [element]);
}
