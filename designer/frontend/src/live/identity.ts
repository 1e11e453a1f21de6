import { newId } from "../shared/newId";

const TAB = "designer.tab";
const PERSON = "designer_person";
const COOKIE = new RegExp(`(?:^|; )${PERSON}=([^;]*)`);
/** Ten years in seconds; browsers keep a cookie for at most about one. */
const YEARS = 315_360_000;

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

/**
 * The person, whom all tabs of the browser share. A cookie holds it, so that Python knows whose changes are
 * their own from the first run on.
 */
export function person(): Person {
  try {
    const [, stored = ""] = document.cookie.match(COOKIE) ?? [];
    const { id, name } = JSON.parse(decodeURIComponent(stored));
    if (typeof id === "string" && typeof name === "string") return { id, name };
  } catch {
    // Nothing is stored yet, or something else is.
  }
  return stored({ id: newId(), name: "" });
}

export function rename(name: string): void {
  stored({ ...person(), name });
}

function stored(person: Person): Person {
  const value = encodeURIComponent(JSON.stringify(person));
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs https in Firefox and Safari
  document.cookie = `${PERSON}=${value}; path=/; max-age=${YEARS}; samesite=strict`;
  return person;
}
