const CHANGED = "designer:others";
const WANTED = "designer:others-wanted";

/** A person in another tab: the name to show, the colour, and the ids that are selected there. */
export interface OtherPerson {
  name: string;
  colour: string;
  selected: string[];
}

/** Tell the canvas of this page who else is here, now and whenever it asks. Returns the function that ends this. */
export function tellOthers(others: () => OtherPerson[]): { changed: () => void; stop: () => void } {
  const changed = () => window.dispatchEvent(new CustomEvent(CHANGED, { detail: others() }));
  window.addEventListener(WANTED, changed);
  return { changed, stop: () => window.removeEventListener(WANTED, changed) };
}

/** Call `listener` with who else is here, at once and on every change. Returns the function that ends this. */
export function onOthers(listener: (others: OtherPerson[]) => void): () => void {
  const onEvent = (event: Event) => listener((event as CustomEvent<OtherPerson[]>).detail);
  window.addEventListener(CHANGED, onEvent);
  window.dispatchEvent(new Event(WANTED));
  return () => window.removeEventListener(CHANGED, onEvent);
}
