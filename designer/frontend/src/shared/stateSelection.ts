const CHOSEN = "designer:state-chosen";

/** Have the canvas of this page select a state, as the code editor beside it asks for. */
export function chooseState(uid: string): void {
  window.dispatchEvent(new CustomEvent(CHOSEN, { detail: uid }));
}

/** Hear of each state that is to be selected. Returns what ends it. */
export function onStateChosen(listener: (uid: string) => void): () => void {
  const hear = (event: Event) => listener((event as CustomEvent<string>).detail);
  window.addEventListener(CHOSEN, hear);
  return () => window.removeEventListener(CHOSEN, hear);
}
