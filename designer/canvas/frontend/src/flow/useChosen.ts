import { useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { flushSync } from "react-dom";
import { onStateChosen } from "../choosing";
import type { Flow } from "./useFlow";
import { useReveal } from "./useReveal";

/** A state that is chosen by search, in the code editor or in a panel is selected, and brought into sight. */
export function useChosen({ select }: Flow): void {
  const reveal = useReveal();
  const store = useStoreApi();

  useEffect(
    () =>
      onStateChosen((id) => {
        flushSync(() => select([id]));
        reveal(id);
        const { domNode } = store.getState();
        const focused = (domNode?.getRootNode() as ShadowRoot | undefined)?.activeElement;
        const isOnFlow = focused && domNode?.contains(focused);
        if (isOnFlow) elementOf(domNode, id)?.focus({ preventScroll: true });
      }),
    [select, reveal, store],
  );
}

/** What is on the page for a state or an arrow. */
export function elementOf(board: HTMLElement | null, id: string): HTMLElement | null {
  return board?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
}
