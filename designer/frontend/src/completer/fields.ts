import type { CompletedField } from "../shared/completion.gen";

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** The field of the page that an element is, if it is one of those that are completed. */
export function completedField(
  target: EventTarget | null,
  fields: CompletedField[],
): [TextField, CompletedField] | undefined {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return undefined;
  for (let outer: Element | null = target; outer; outer = outer.parentElement) {
    const classes = outer.classList;
    const found = fields.find(({ key }) => classes.contains(classOf(key)));
    if (found) return [target, found];
  }
  return undefined;
}

/** Put a text in place of the last characters before the cursor, as if it was typed. */
export function replaceBefore(field: TextField, length: number, text: string): void {
  const cursor = field.selectionStart ?? field.value.length;
  const start = cursor - length;
  const value = field.value.slice(0, start) + text + field.value.slice(cursor);
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.setSelectionRange(start + text.length, start + text.length);
}

/** The class that Streamlit gives to the element with a key. */
function classOf(key: string): string {
  return `st-key-${key.trim().replace(/[^a-zA-Z0-9_-]/g, "-")}`;
}
