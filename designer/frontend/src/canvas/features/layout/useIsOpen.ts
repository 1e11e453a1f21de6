import { useSyncExternalStore } from "react";

/** Tells if the page shows what the selector names, such as a panel of Streamlit's. */
export function useIsOpen(selector: string): boolean {
  return useSyncExternalStore(onPageChange, () => document.querySelector(selector) !== null);
}

/** The panels come and go, or one takes another's place, only where elements are added or removed. */
function onPageChange(listener: () => void): () => void {
  const changes = new MutationObserver(listener);
  const screen = document.querySelector(".st-key-screen");
  if (screen) changes.observe(screen, { childList: true, subtree: true });
  return () => changes.disconnect();
}
