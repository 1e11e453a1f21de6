import { fitting, optionsOf, withOption } from "./offered";
import type { Column, Row, Sheet } from "./protocol.gen";

const LEAST_WIDTH = 220;

/** The cell that is written into. */
export interface Written {
  sheet: Sheet;
  column: Column;
  row: Row;
  text: string;
}

/**
 * The field that lies over the active cell and always has the focus, so that the first letter that is typed,
 * or composed by an input method, goes into it. It is seen as soon as there is something to see in it.
 *
 * `typing` began with a letter: arrow keys leave the cell. `editing` began with Enter: they move the cursor.
 */
export class Field {
  readonly element = document.createElement("textarea");
  readonly list = document.createElement("ul");
  mode: "ready" | "typing" | "editing" = "ready";
  private written: Written | null = null;
  private options: string[] = [];
  private chosen = -1;

  constructor(private onPick: () => void) {
    this.element.className = "field";
    this.element.rows = 1;
    this.element.spellcheck = false;
    this.element.setAttribute("aria-autocomplete", "list");
    this.list.className = "options";
    this.list.id = "options";
    this.list.setAttribute("role", "listbox");
    this.list.hidden = true;
    this.element.addEventListener("input", () => this.onInput());
    this.element.addEventListener("compositionstart", () => this.begin("typing"));
    this.list.addEventListener("pointerdown", (event) => this.onPointer(event));
  }

  /** Lay the field over a cell. */
  place(cell: HTMLElement, written: Written, label: string): void {
    this.written = written;
    const { style } = this.element;
    style.left = `${cell.offsetLeft}px`;
    style.top = `${cell.offsetTop}px`;
    style.width = `${cell.offsetWidth}px`;
    style.height = `${cell.offsetHeight}px`;
    style.minWidth = "";
    this.element.setAttribute("aria-label", label);
    if (this.mode !== "ready") this.fit();
  }

  /** Begin to edit the cell's text; with `text`, another one. */
  edit(text = this.written?.text ?? ""): void {
    this.element.value = text;
    this.begin("editing");
    this.element.setSelectionRange(text.length, text.length);
    this.offer(this.written?.column.kind === "choice");
  }

  /** The text to write: the option that is chosen in the list, else what is typed. */
  take(): string {
    const option = this.options[this.chosen];
    const column = this.written?.column;
    const typed = this.element.value;
    if (!column || option === undefined || this.list.hidden) return typed;
    return withOption(column, typed, option).replace(/, $/, "");
  }

  /** Close the field, and leave the cell as it is. */
  close(): void {
    this.mode = "ready";
    this.element.value = "";
    this.element.classList.remove("is-open");
    this.closeList();
  }

  /** Choose the next option of the list, or the one before. Returns false where there is none. */
  step(by: 1 | -1): boolean {
    if (this.list.hidden || this.options.length === 0) return false;
    const count = this.options.length;
    this.chosen = (this.chosen + by + count + (this.chosen < 0 && by < 0 ? 1 : 0)) % count;
    this.showOptions();
    return true;
  }

  /** Put the chosen one of several names into the text. Returns false where none is chosen. */
  takeName(): boolean {
    const option = this.options[this.chosen];
    if (this.written?.column.kind !== "names" || option === undefined || this.list.hidden) return false;
    this.element.value = withOption(this.written.column, this.element.value, option);
    this.offer(false);
    return true;
  }

  /** Show the options that fit. */
  offer(isAll: boolean): void {
    if (!this.written) return;
    const { sheet, column, row } = this.written;
    this.options = fitting(column, optionsOf(sheet, column, row), isAll ? "" : this.element.value);
    const current = this.options.indexOf(this.written.text);
    this.chosen = column.kind !== "choice" || !this.element.value ? -1 : Math.max(isAll ? current : 0, 0);
    if (this.options.length === 0) this.closeList();
    else this.showOptions();
  }

  private begin(mode: "typing" | "editing"): void {
    if (this.mode !== "ready") return;
    this.mode = mode;
    this.element.classList.add("is-open");
    this.fit();
  }

  private onInput(): void {
    this.begin("typing");
    this.fit();
    this.offer(false);
  }

  private onPointer(event: PointerEvent): void {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest("li") : null;
    if (!option) return;
    this.chosen = [...this.list.children].indexOf(option);
    if (!this.takeName()) this.onPick();
  }

  /** Let the field grow with its text. */
  private fit(): void {
    const { style } = this.element;
    style.minWidth = `${LEAST_WIDTH}px`;
    const least = Number.parseFloat(style.height) || 0;
    if (this.element.scrollHeight > least) style.height = `${this.element.scrollHeight + 2}px`;
    if (!this.list.hidden) this.placeList();
  }

  /** The list stands below the field, or above it where there is more room. */
  private placeList(): void {
    const scroll = this.element.closest(".scroll");
    const { offsetTop, offsetHeight } = this.element;
    const top = scroll?.scrollTop ?? 0;
    const below = top + (scroll?.clientHeight ?? 0) - offsetTop - offsetHeight;
    const isAbove = this.list.offsetHeight > below && offsetTop - top > below;
    this.list.style.left = this.element.style.left;
    this.list.style.top = `${isAbove ? offsetTop - this.list.offsetHeight : offsetTop + offsetHeight}px`;
  }

  private showOptions(): void {
    const isNumbered = this.written?.column.kind === "choice";
    const all = this.written ? optionsOf(this.written.sheet, this.written.column, this.written.row) : [];
    this.list.hidden = false;
    this.list.replaceChildren(
      ...this.options.map((option, index) => {
        const item = document.createElement("li");
        item.id = `option-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(index === this.chosen));
        if (isNumbered) item.dataset.number = String(all.indexOf(option) + 1);
        item.textContent = option;
        return item;
      }),
    );
    const active = this.chosen < 0 ? null : `option-${this.chosen}`;
    if (active) this.element.setAttribute("aria-activedescendant", active);
    else this.element.removeAttribute("aria-activedescendant");
    this.placeList();
    this.list.children[this.chosen]?.scrollIntoView({ block: "nearest" });
  }

  private closeList(): void {
    this.list.hidden = true;
    this.options = [];
    this.chosen = -1;
    this.element.removeAttribute("aria-activedescendant");
  }
}
