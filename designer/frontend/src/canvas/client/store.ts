import { Cell } from "../base/cell";
import type {
  ClipboardText,
  FailurePath,
  Intent,
  Numbered,
  Outbox,
  Response,
  RevealRequest,
  RunOverlay,
  SearchResult,
  Subject,
  View,
  ViewMode,
} from "../protocol/protocol.gen";
import * as workflow from "./intents";
import { acknowledged, enqueued, type IntentQueue } from "./outbox";
import { patched } from "./patch";
import { steady } from "./reuse";
import * as sketch from "./sketch_intents";

const FIRST_BACKOFF = 3000;
const LONGEST_BACKOFF = 30_000;
const APPLY = { workflow: workflow.apply, sketch: sketch.apply };
const EMPTY: View = { nodes: {}, edges: {}, notes: {}, lanes: {}, can_undo: false, can_redo: false };

export interface Snapshot {
  view: View;
  language: "ja" | "en";
  viewMode: ViewMode;
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
  /** The failure to show over the flow. */
  failure: FailurePath | null;
  /** The moment of a run to show over the flow. */
  run: RunOverlay | null;
  /** The states at which a run stops. */
  breakpoints: string[];
}

/**
 * The browser's side of the protocol, for one workflow or its sketch.
 *
 * The view shown is the last one that Python sent (the base), with the intents applied that Python has not
 * acknowledged. Every outbox holds all of those, so that one that is lost, late or doubled does no harm.
 */
export class CanvasStore {
  /** The thing that is shown; Python's first response tells it. */
  subject: Subject = "workflow";
  private base: View = EMPTY;
  private epoch = "";
  private number = -1;
  private attempt = 0;
  private backoff = FIRST_BACKOFF;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private listeners = new Set<() => void>();
  /** The view mode in Python's last response. */
  private viewMode: ViewMode = "engineering";
  private copied: ClipboardText | null = null;
  private found: SearchResult | null = null;
  private shown: RevealRequest | null = null;
  private failure: FailurePath | null = null;
  private run: RunOverlay | null = null;
  private breakpoints: string[] = [];
  /** The last view with intents applied, and what it was made of. */
  private applied: { base: View; intents: Numbered[]; view: View } = {
    base: EMPTY,
    intents: [],
    view: EMPTY,
  };
  private picture: Snapshot = {
    view: EMPTY,
    language: "ja",
    viewMode: "engineering",
    pending: 0,
    isWaiting: false,
    copied: null,
    found: null,
    shown: null,
    failure: null,
    run: null,
    breakpoints: [],
  };
  /**
   * The last intent from before a reload. It may be in the base already, so that it is not applied a second
   * time.
   */
  private readonly restored: number;

  private post: (outbox: Outbox) => void = () => {};

  constructor(
    private queue: IntentQueue,
    readonly folded = new Cell<ReadonlySet<string>>(new Set()),
    /** Runs what it is given when the picture may wait for it; an act that comes meanwhile is left out. */
    private readonly later: (act: () => void) => void = (act) => act(),
  ) {
    this.restored = queue.next - 1;
  }

  /** Sets the callback that sends outboxes; Streamlit hands out a new one with every run. */
  connect(post: (outbox: Outbox) => void): void {
    this.post = post;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): Snapshot => this.picture;

  /** The intents to store over a reload. */
  get unsent(): IntentQueue {
    return this.queue;
  }

  /** Show what the intent does, and tell Python. */
  dispatch = (intent: Intent): void => {
    this.queue = enqueued(this.queue, intent);
    this.backoff = FIRST_BACKOFF;
    this.show(this.picture.language);
    this.send();
  };

  /** Take Python's answer. */
  receive(response: Response): void {
    this.subject = response.subject;
    if (!this.catchUp(response)) {
      this.number = -1;
      this.send();
      return;
    }
    if (response.client === this.queue.client) {
      this.queue = acknowledged(this.queue, response.acknowledged);
      this.attempt = 0;
      if (response.clipboard && response.clipboard.number > this.restored) this.copied = response.clipboard;
      this.found = response.search_result;
      if (this.queue.pending.length === 0) clearTimeout(this.timer);
    }
    this.viewMode = response.view_mode;
    this.shown = response.reveal;
    this.failure = response.failure;
    this.run = response.run;
    this.breakpoints = response.breakpoints;
    this.show(response.language);
  }

  /** Send the intents that wait, such as those from before a reload. */
  resume(): void {
    if (this.queue.pending.length > 0) this.send();
  }

  /** Send nothing again as long as the canvas is not on the page. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private catchUp(response: Response): boolean {
    const isCurrent = response.epoch === this.epoch && this.number >= 0;
    if (isCurrent && response.number <= this.number) return true;
    if (response.view) {
      this.base = response.view;
      this.epoch = response.epoch;
      this.number = response.number;
      return true;
    }
    if (!isCurrent) return false;
    for (const patch of response.patches) {
      if (patch.number !== this.number + 1) continue;
      this.base = patched(this.base, patch);
      this.number = patch.number;
    }
    return this.number === response.number;
  }

  private show(language: Snapshot["language"]): void {
    const shown = this.queue.pending.filter((numbered) => numbered.number > this.restored);
    const before = this.applied.view;
    const latest = this.withIntents(shown);
    const view = latest === before ? this.picture.view : steady(this.picture.view, latest);
    const viewMode = shown.reduce((before, { intent }) => viewModeAfter(before, intent), this.viewMode);
    const pending = this.queue.pending.length;
    const isWaiting = pending > 0 && this.attempt > 0;
    this.picture = {
      view,
      language,
      viewMode,
      pending,
      isWaiting,
      copied: this.copied,
      found: this.found,
      shown: this.shown,
      failure: this.failure,
      run: this.run,
      breakpoints: this.breakpoints,
    };
    for (const listener of this.listeners) listener();
  }

  /** The base with intents applied; what was applied last time already is not applied again. */
  private withIntents(intents: Numbered[]): View {
    const { base, intents: before, view } = this.applied;
    const goesOn = base === this.base && before.every((numbered, index) => numbered === intents[index]);
    const rest = goesOn ? intents.slice(before.length) : intents;
    const latest = rest.reduce(
      (shown, { intent }) => APPLY[this.subject](shown, intent),
      goesOn ? view : this.base,
    );
    this.applied = { base: this.base, intents, view: latest };
    return latest;
  }

  private send(): void {
    this.later(() =>
      this.post({
        client: this.queue.client,
        attempt: this.attempt,
        epoch: this.epoch,
        seen: this.number,
        intents: this.queue.pending,
      }),
    );
    clearTimeout(this.timer);
    this.timer = setTimeout(this.retry, this.backoff);
  }

  private retry = (): void => {
    if (this.queue.pending.length === 0 && this.number >= 0) return;
    this.attempt += 1;
    this.show(this.picture.language);
    this.backoff = Math.min(2 * this.backoff, LONGEST_BACKOFF);
    this.send();
  };
}

function viewModeAfter(before: ViewMode, intent: Intent): ViewMode {
  return intent.kind === "look-as" ? intent.look : before;
}
