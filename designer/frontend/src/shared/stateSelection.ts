const CHOSEN = "designer:state-chosen";

/** Ask the canvas of this page to select a state. */
export function chooseState(uid: string): void {
  window.dispatchEvent(new CustomEvent(CHOSEN, { detail: uid }));
}

/** Call `listener` with each state that is to be selected. Returns the function that ends this. */
export function onStateChosen(listener: (uid: string) => void): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<string>).detail);
  window.addEventListener(CHOSEN, hear);
  return () => window.removeEventListener(CHOSEN, hear);
}
