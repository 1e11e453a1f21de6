import { useEffect } from "react";
import { useTools } from "../../tools/context";

/** Gives the focus back to the element that had it before an overlay was opened. */
export function useFocusReturn(root: HTMLElement | null): void {
  const { overlay } = useTools();
  useEffect(() => {
    let before: Element | null = null;
    return overlay.subscribe(() => {
      if (overlay.get() === null) (before as HTMLElement | null)?.focus({ preventScroll: true });
      else before = (root?.getRootNode() as ShadowRoot | undefined)?.activeElement ?? null;
    });
  }, [root, overlay]);
}
