import { newId } from "../shared/newId";

const TAB = "designer.tab";
const PERSON = "designer.person";

/** The person before this browser: an id, and the name that they gave ("" for none). */
export interface Person {
  id: string;
  name: string;
}

/**
 * The id of this tab, the same after a reload. It is in sessionStorage only between two lives of the page, so
 * that a duplicated tab, which gets a copy of that storage, is another one.
 */
export const tab = sessionStorage.getItem(TAB) ?? newId();
sessionStorage.removeItem(TAB);

window.addEventListener("pagehide", () => sessionStorage.setItem(TAB, tab));
window.addEventListener("pageshow", (event) => {
  if (event.persisted) sessionStorage.removeItem(TAB);
});

/** The person, whom all tabs of the browser share. */
export function person(): Person {
  try {
    const { id, name } = JSON.parse(localStorage.getItem(PERSON) ?? "");
    if (typeof id === "string" && typeof name === "string") return { id, name };
  } catch {
    // Nothing is stored yet, or something else is.
  }
  const unnamed = { id: newId(), name: "" };
  localStorage.setItem(PERSON, JSON.stringify(unnamed));
  return unnamed;
}

export function rename(name: string): void {
  localStorage.setItem(PERSON, JSON.stringify({ ...person(), name }));
}
