import { newId } from "../shared/newId";
import type { Cell, CellProblem, Sheet, SheetAnswer, SheetEdit, SheetOutbox } from "./protocol.gen";

const FIRST_BACKOFF = 3000;
const LONGEST_BACKOFF = 30_000;

/** The edits of a client that Python has not acknowledged, as sessionStorage keeps them over a reload. */
export interface StoredEdits {
  client: string;
  next: number;
  pending: SheetEdit[];
}

/**
 * The browser's side of the protocol, for one workflow: what is shown is what Python sent last, with the edits
 * on it that Python has not acknowledged yet. Those are sent until it has.
 */
export class SheetClient {
  sheets: Sheet[] = [];
  problems: CellProblem[] = [];
  pending: SheetEdit[] = [];
  private digest = "";
  private client = newId();
  private next = 1;
  private attempt = 0;
  private backoff = FIRST_BACKOFF;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private post: (outbox: SheetOutbox) => void = () => {};

  constructor(stored: StoredEdits | null) {
    if (stored) ({ client: this.client, next: this.next, pending: this.pending } = stored);
  }

  /** Sets the callback that sends outboxes; Streamlit hands out a new one with every run. */
  connect(post: (outbox: SheetOutbox) => void): void {
    this.post = post;
  }

  /** The edits to store over a reload; null where Python has everything. */
  get stored(): StoredEdits | null {
    const { client, next, pending } = this;
    return pending.length > 0 ? { client, next, pending } : null;
  }

  /** Make an edit, and tell Python. */
  edit(kind: SheetEdit["kind"], sheet = "", cells: Cell[] = []): void {
    this.pending = [...this.pending, { number: this.next, kind, sheet, cells }];
    this.next += 1;
    this.backoff = FIRST_BACKOFF;
    this.send();
  }

  /** Take Python's answer. */
  receive(answer: SheetAnswer): void {
    if (answer.sheets) {
      this.sheets = answer.sheets;
      this.digest = answer.digest;
    } else if (answer.digest !== this.digest) {
      this.digest = "";
      this.send();
      return;
    }
    this.problems = answer.problems;
    if (answer.client !== this.client) return;
    this.pending = this.pending.filter(({ number }) => number > answer.acknowledged);
    if (this.pending.length === 0) clearTimeout(this.timer);
  }

  /** Send the edits that wait, such as those from before a reload. */
  resume(): void {
    if (this.pending.length > 0) this.send();
  }

  /** Send nothing again as long as the sheets are not on the page. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private send(): void {
    this.attempt += 1;
    const { client, attempt, digest, pending } = this;
    this.post({ client, attempt, seen: digest, edits: pending });
    clearTimeout(this.timer);
    if (pending.length > 0) this.timer = setTimeout(this.retry, this.backoff);
  }

  private retry = (): void => {
    this.backoff = Math.min(2 * this.backoff, LONGEST_BACKOFF);
    this.send();
  };
}
