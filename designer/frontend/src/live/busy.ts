/** The field in which something is typed that Python has not been told yet. */
let typedIn: EventTarget | null = null;

function isField(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea");
}

document.addEventListener("input", ({ target }) => {
  if (isField(target)) typedIn = target;
});
document.addEventListener("focusout", ({ target }) => {
  if (target === typedIn) typedIn = null;
});
document.addEventListener("keydown", ({ key, target }) => {
  if (key === "Enter" && target instanceof HTMLInputElement) typedIn = null;
});

/**
 * True while another run of the page would take something from a person: an open dialog, or a half-typed
 * field.
 */
export function isBusy(): boolean {
  const isTyping = typedIn instanceof HTMLElement && typedIn.isConnected;
  return isTyping || document.querySelector('[role="dialog"]') !== null;
}
