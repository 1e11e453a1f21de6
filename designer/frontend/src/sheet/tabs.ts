import type { Sheet } from "./protocol.gen";

/** The tabs of the sheets; arrow keys go through them, and Enter or the arrow down leads into the table. */
export class Tabs {
  readonly element = document.createElement("div");
  private shown = "";

  constructor(private open: (id: string) => void) {
    this.element.className = "tabs";
    this.element.setAttribute("role", "tablist");
    this.element.addEventListener("keydown", (event) => this.onKey(event));
  }

  show(sheets: Sheet[], open: string): void {
    const shown = JSON.stringify([sheets.map(({ id, title }) => [id, title]), open]);
    if (shown === this.shown) return;
    this.shown = shown;
    const hadFocus = this.element.contains((this.element.getRootNode() as ShadowRoot).activeElement);
    this.element.replaceChildren(...sheets.map(({ id, title }) => this.tab(id, title, id === open)));
    if (hadFocus) this.focus();
  }

  focus(): void {
    this.element.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  private tab(id: string, title: string, isOpen: boolean): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("role", "tab");
    button.setAttribute("aria-selected", String(isOpen));
    button.tabIndex = isOpen ? 0 : -1;
    button.dataset.sheet = id;
    button.textContent = title;
    button.addEventListener("click", () => this.open(id));
    return button;
  }

  private onKey(event: KeyboardEvent): void {
    const tabs = [...this.element.querySelectorAll<HTMLElement>("button")];
    const at = tabs.indexOf(event.target as HTMLElement);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by !== undefined) tabs[(at + by + tabs.length) % tabs.length]?.focus();
    else if (event.key === "ArrowDown") tabs[at]?.click();
    else return;
    event.preventDefault();
  }
}
