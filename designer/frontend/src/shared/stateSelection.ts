const SELECTED = "designer:state-chosen";

/** Ask the canvas of this page to select a state. */
export function selectState(uid: string): void {
  window.dispatchEvent(new CustomEvent(SELECTED, { detail: uid }));
}

/** Call `listener` with each state that is to be selected. Returns the function that ends this. */
export function onStateSelected(listener: (uid: string) => void): () => void {
  const onEvent = (event: Event) => listener((event as CustomEvent<string>).detail);
  window.addEventListener(SELECTED, onEvent);
  return () => window.removeEventListener(SELECTED, onEvent);
}
