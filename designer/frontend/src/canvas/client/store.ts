import { Cell } from "../base/cell";
import type {
  ClipboardText,
  Intent,
  Outbox,
  Response,
  RevealRequest,
  SearchResult,
  View,
  ViewMode,
} from "../protocol/protocol.gen";
import { apply } from "./intents";
import { acknowledged, type Letters, written } from "./outbox";
import { patched } from "./patch";
import { steady } from "./reuse";

const PATIENCE = 3000;
const LONGEST_PATIENCE = 30_000;
const EMPTY: View = { nodes: {}, edges: {}, notes: {}, lanes: {}, can_undo: false, can_redo: false };

export interface Picture {
  view: View;
  language: "ja" | "en";
  look: ViewMode;
  /** The number of intents that Python has not acknowledged. */
  pending: number;
  /** True once they had to be sent again, as Python does not answer. */
  isWaiting: boolean;
  /** The text that this client asked for last. */
  copied: ClipboardText | null;
  /** The result of the last search. */
  found: SearchResult | null;
  /** The request of Python to select a state and bring it into sight. */
  shown: RevealRequest | null;
}

/**
 * The browser's side of the protocol, for one workflow.
 *
 * The view shown is the last one that Python sent (the base), with the intents applied that Python has not
 * acknowledged. Every outbox holds all of those, so that one that is lost, late or doubled does no harm.
 */
export class CanvasStore {
  private base: View = EMPTY;
  private epoch = "";
  private number = -1;
  private attempt = 0;
  private patience = PATIENCE;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private listeners = new Set<() => void>();
  /** The view mode in Python's last response. */
  private look: ViewMode = "engineering";
  private copied: ClipboardText | null = null;
  private found: SearchResult | null = null;
  private shown: RevealRequest | null = null;
  private picture: Picture = {
    view: EMPTY,
    language: "ja",
    look: "engineering",
    pending: 0,
    isWaiting: false,
    copied: null,
    found: null,
    shown: null,
  };
  /** The last intent from before a reload. It may be in the base already, so that it is not applied a second time. */
  private readonly restored: number;

  private send: (outbox: Outbox) => void = () => {};

  constructor(
    private letters: Letters,
    readonly folded = new Cell<ReadonlySet<string>>(new Set()),
  ) {
    this.restored = letters.next - 1;
  }

  /** Sets the callback that sends outboxes; Streamlit hands out a new one with every run. */
  connect(send: (outbox: Outbox) => void): void {
    this.send = send;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): Picture => this.picture;

  /** The intents to store over a reload. */
  get unsent(): Letters {
    return this.letters;
  }

  /** Show what the intent does, and tell Python. */
  dispatch = (intent: Intent): void => {
    this.letters = written(this.letters, intent);
    this.patience = PATIENCE;
    this.show(this.picture.language);
    this.speak();
  };

  /** Take Python's answer. */
  receive(delivery: Response): void {
    if (!this.catchUp(delivery)) {
      this.number = -1;
      this.speak();
      return;
    }
    if (delivery.client === this.letters.client) {
      this.letters = acknowledged(this.letters, delivery.acknowledged);
      this.attempt = 0;
      if (delivery.clipboard && delivery.clipboard.number > this.restored) this.copied = delivery.clipboard;
      this.found = delivery.search_result;
      if (this.letters.pending.length === 0) clearTimeout(this.timer);
    }
    this.look = delivery.view_mode;
    this.shown = delivery.reveal;
    this.show(delivery.language);
  }

  /** Send the intents that wait, such as those from before a reload. */
  resume(): void {
    if (this.letters.pending.length > 0) this.speak();
  }

  /** Send nothing again as long as the canvas is not on the page. */
  rest(): void {
    clearTimeout(this.timer);
  }

  private catchUp(delivery: Response): boolean {
    const isKnown = delivery.epoch === this.epoch && this.number >= 0;
    if (isKnown && delivery.number <= this.number) return true;
    if (delivery.view) {
      this.base = delivery.view;
      this.epoch = delivery.epoch;
      this.number = delivery.number;
      return true;
    }
    if (!isKnown) return false;
    for (const patch of delivery.patches) {
      if (patch.number !== this.number + 1) continue;
      this.base = patched(this.base, patch);
      this.number = patch.number;
    }
    return this.number === delivery.number;
  }

  private show(language: Picture["language"]): void {
    const shown = this.letters.pending.filter((numbered) => numbered.number > this.restored);
    const latest = shown.reduce((before, numbered) => apply(before, numbered.intent), this.base);
    const view = steady(this.picture.view, latest);
    const look = shown.reduce((before, { intent }) => lookAfter(before, intent), this.look);
    const pending = this.letters.pending.length;
    const isWaiting = pending > 0 && this.attempt > 0;
    this.picture = {
      view,
      language,
      look,
      pending,
      isWaiting,
      copied: this.copied,
      found: this.found,
      shown: this.shown,
    };
    for (const listener of this.listeners) listener();
  }

  private speak(): void {
    this.send({
      client: this.letters.client,
      attempt: this.attempt,
      epoch: this.epoch,
      seen: this.number,
      intents: this.letters.pending,
    });
    clearTimeout(this.timer);
    this.timer = setTimeout(this.insist, this.patience);
  }

  private insist = (): void => {
    if (this.letters.pending.length === 0 && this.number >= 0) return;
    this.attempt += 1;
    this.show(this.picture.language);
    this.patience = Math.min(2 * this.patience, LONGEST_PATIENCE);
    this.speak();
  };
}

function lookAfter(before: ViewMode, intent: Intent): ViewMode {
  return intent.kind === "look-as" ? intent.look : before;
}
