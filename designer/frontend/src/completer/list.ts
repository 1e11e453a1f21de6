import type { Offer } from "../shared/completion.gen";
import type { TextField } from "./fields";

const GAP = 2;
const NONE = -1;

/** The list of what may be typed, below a field or above it. */
export class List {
  private offers: Offer[] = [];
  private chosen = NONE;
  private readonly root = document.createElement("ul");
  private readonly said = document.createElement("div");

  constructor(
    parent: ShadowRoot | HTMLElement,
    private readonly take: (offer: Offer) => void,
  ) {
    this.root.className = "completions";
    this.root.popover = "manual";
    this.root.setAttribute("role", "listbox");
    this.said.className = "said";
    this.said.setAttribute("role", "status");
    this.root.addEventListener("mousedown", (event) => event.preventDefault());
    parent.append(this.root, this.said);
  }

  get isOpen(): boolean {
    return this.offers.length > 0;
  }

  get current(): Offer | undefined {
    return this.offers[this.chosen];
  }

  /** Show the offers; the first one is chosen where that is wanted, else none. */
  open(offers: Offer[], field: TextField, words: string, isFirstChosen: boolean): void {
    this.offers = offers;
    if (!this.isOpen) {
      this.close();
      return;
    }
    this.root.setAttribute("aria-label", words);
    this.root.replaceChildren(...offers.map((offer) => this.option(offer)));
    if (!this.root.matches(":popover-open")) this.root.showPopover();
    this.place(field.getBoundingClientRect());
    this.choose(isFirstChosen ? 0 : NONE);
  }

  close(): void {
    this.offers = [];
    if (this.root.isConnected) this.root.hidePopover();
    this.said.textContent = "";
  }

  move(by: number): void {
    const next = this.chosen === NONE && by < 0 ? NONE : this.chosen + by;
    this.choose((next + this.offers.length) % this.offers.length);
  }

  private choose(index: number): void {
    this.chosen = index;
    for (const [place, option] of [...this.root.children].entries()) {
      option.setAttribute("aria-selected", String(place === index));
    }
    this.root.children[index]?.scrollIntoView({ block: "nearest" });
    const { name = "", detail = "" } = this.current ?? {};
    this.said.textContent = `${name} ${detail}`;
  }

  private option(offer: Offer): HTMLElement {
    const option = document.createElement("li");
    option.setAttribute("role", "option");
    option.title = offer.help;
    const detail = document.createElement("small");
    detail.textContent = offer.detail;
    option.append(offer.name, detail);
    option.addEventListener("click", () => this.take(offer));
    return option;
  }

  private place(field: DOMRect): void {
    const { style } = this.root;
    style.left = `${field.left}px`;
    style.width = `${field.width}px`;
    const isRoomBelow = field.bottom + GAP + this.root.offsetHeight <= window.innerHeight;
    style.top = `${isRoomBelow ? field.bottom + GAP : field.top - GAP - this.root.offsetHeight}px`;
  }
}
