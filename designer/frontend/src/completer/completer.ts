import type { CompletedField, CompletedFields, Offer } from "../shared/completion.gen";
import { completionsAt } from "../shared/completions";
import styles from "./completer.css?inline";
import { completedField, replaceBefore, type TextField } from "./fields";
import { fitting } from "./fitting";
import { List } from "./list";

/** The end of a text in which a name is being typed: Enter takes the first offer. */
const IN_NAME = /[\p{L}\p{N}_.$`]$/u;

/**
 * Offers what may be typed into fields of the page, while a person types. A word that is being converted to
 * kanji is left alone.
 */
export class Completer {
  private data: CompletedFields | undefined;
  private field: TextField | undefined;
  private asked = 0;
  private isTaking = false;
  private readonly list: List;
  private readonly ends = new AbortController();

  constructor(parent: ShadowRoot | HTMLElement) {
    const sheet = document.createElement("style");
    sheet.textContent = styles;
    parent.append(sheet);
    this.list = new List(parent, this.take);
    const { signal } = this.ends;
    document.addEventListener("input", this.onInput, { signal });
    document.addEventListener("compositionend", this.onInput, { signal });
    document.addEventListener("focusin", this.onFocus, { signal });
    document.addEventListener("focusout", this.close, { signal });
    window.addEventListener("keydown", this.onKey, { signal, capture: true });
    window.addEventListener("resize", this.close, { signal });
  }

  show(data: CompletedFields): void {
    this.data = data;
  }

  stop(): void {
    this.close();
    this.ends.abort();
  }

  private onInput = (event: Event): void => {
    if (this.isTaking || (event instanceof InputEvent && event.isComposing)) return;
    void this.ask(event.target);
  };

  /** An empty field shows at once how it may begin. */
  private onFocus = ({ target }: FocusEvent): void => {
    if ((target as Partial<TextField>).value === "") void this.ask(target);
  };

  private onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.ctrlKey && event.code === "Space") void this.ask(event.target);
    if (!this.list.isOpen || event.target !== this.field || !this.act(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** Let a key act on the list; false for any other key. */
  private act(key: string): boolean {
    const { current } = this.list;
    if (key === "ArrowDown" || key === "ArrowUp") this.list.move(key === "ArrowDown" ? 1 : -1);
    else if (key === "Escape") this.close();
    else if (current && key === "Enter") this.take(current);
    else return false;
    return true;
  }

  private async ask(target: EventTarget | null): Promise<void> {
    const found = this.data && completedField(target, this.data.fields);
    if (!found) return;
    const [field, place] = found;
    this.field = field;
    this.asked += 1;
    const number = this.asked;
    const offers = await this.offers(field, place);
    if (number !== this.asked || field.getRootNode() !== document || document.activeElement !== field) return;
    const isWhole = offers.some(({ text, replaced }) => text === replaced);
    this.list.open(fitting(offers), field, this.data?.words ?? "", !isWhole && IN_NAME.test(before(field)));
  }

  private async offers(field: TextField, { path, opening }: CompletedField): Promise<Offer[]> {
    const { token, uid, language } = this.data as CompletedFields;
    const start = before(field);
    const after = field.value.slice(start.length, start.length + 1);
    return completionsAt({ token, uid, language, path, before: opening + start, after });
  }

  private take = ({ text, replaced }: Offer): void => {
    const field = this.field;
    this.close();
    if (!field) return;
    this.isTaking = true;
    replaceBefore(field, replaced.length, text);
    this.isTaking = false;
  };

  private close = (): void => {
    this.asked += 1;
    this.list.close();
  };
}

function before(field: TextField): string {
  return field.value.slice(0, field.selectionStart ?? field.value.length);
}
