import type { KeyboardEvent } from "react";

/**
 * Give the focus to the next (1) or the last (-1) button of a list, round and round; from elsewhere, to its
 * first or last.
 */
export function moveFocus(event: KeyboardEvent<HTMLElement>, step: 1 | -1): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button:enabled")];
  const at = buttons.indexOf(event.target as HTMLElement);
  const from = at < 0 && step < 0 ? 0 : at;
  buttons[(from + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}

/** Keep the focus in a dialog: Tab goes from its last control to its first, and back. */
export function trapFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Tab") return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>("button, input, [tabindex='0']")];
  const edge = event.shiftKey ? controls[0] : controls.at(-1);
  if (event.target !== edge) return;
  (event.shiftKey ? controls.at(-1) : controls[0])?.focus();
  event.preventDefault();
}
