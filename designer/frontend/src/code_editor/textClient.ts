import { ChangeSet, Text } from "@codemirror/state";
import { newId } from "../shared/newId";
import { apart, difference, overlap, textChanges } from "./changes";
import type { Answer, Outbox, Submission } from "./protocol.gen";

const FIRST_BACKOFF = 3000;
const LONGEST_BACKOFF = 30_000;

/** The state of a client that sessionStorage keeps over a reload of the page. */
export interface StoredClient {
  client: string;
  next: number;
  digest: string;
  base: string[];
  sent: { number: number; changes: unknown } | null;
  unsent: unknown;
}

interface Sent {
  submission: Submission;
  changes: ChangeSet;
}

interface Version {
  text: Text;
  digest: string;
}

/**
 * The browser's side of the protocol, for one definition in one format.
 *
 * The text shown is the last one that Python sent (the base), with one submission that is on its way, and the
 * changes typed since. As long as there is any of the two, a new text from Python is not taken: Python merges
 * both, or answers that they conflict. Then `theirs` is Python's text until the person has chosen.
 */
export class TextClient {
  theirs: Version | null = null;
  private base: Version = { text: Text.empty, digest: "" };
  private sent: Sent | null = null;
  private unsent = ChangeSet.empty(0);
  private attempt = 0;
  private backoff = FIRST_BACKOFF;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private client = newId();
  private next = 1;
  private post: (outbox: Outbox) => void = () => {};

  constructor(stored: StoredClient | null) {
    if (!stored) return;
    this.client = stored.client;
    this.next = stored.next;
    this.base = { text: Text.of(stored.base), digest: stored.digest };
    this.unsent = ChangeSet.fromJSON(stored.unsent);
    if (!stored.sent) return;
    const changes = ChangeSet.fromJSON(stored.sent.changes);
    const submission = { number: stored.sent.number, base: stored.digest, changes: textChanges(changes) };
    this.sent = { submission, changes };
  }

  /** Sets the callback that sends outboxes; Streamlit hands out a new one with every run. */
  connect(post: (outbox: Outbox) => void): void {
    this.post = post;
  }

  /** The text that a person sees. */
  get text(): Text {
    return this.unsent.apply(this.submitted);
  }

  get hasMore(): boolean {
    return !this.unsent.empty;
  }

  get isSettled(): boolean {
    return this.sent === null && this.unsent.empty;
  }

  /** The state to store over a reload; null where Python has everything. */
  get stored(): StoredClient | null {
    if (this.isSettled) return null;
    const { client, next, base, sent, unsent } = this;
    return {
      client,
      next,
      digest: base.digest,
      base: base.text.toJSON(),
      sent: sent && { number: sent.submission.number, changes: sent.changes.toJSON() },
      unsent: unsent.toJSON(),
    };
  }

  /** A person changed the text. */
  type(changes: ChangeSet): void {
    this.unsent = this.unsent.compose(changes);
  }

  /** Send the typed changes, unless a submission is on its way. */
  flush(): void {
    if (this.sent || this.theirs || this.unsent.empty) return;
    const submission = { number: this.next, base: this.base.digest, changes: textChanges(this.unsent) };
    this.sent = { submission, changes: this.unsent };
    this.unsent = ChangeSet.empty(this.unsent.newLength);
    this.next += 1;
    this.backoff = FIRST_BACKOFF;
    this.send();
  }

  /** Take Python's answer. Returns the changes to the text shown; null for none. */
  receive(answer: Answer): ChangeSet | null {
    const sent = this.sent;
    if (sent && !(answer.client === this.client && answer.acknowledged >= sent.submission.number))
      return null;
    const latest = this.latest(answer);
    if (!latest) {
      this.send();
      return null;
    }
    if (!sent) return this.idle(latest);
    clearTimeout(this.timer);
    this.sent = null;
    if (answer.refused) {
      this.unsent = sent.changes.compose(this.unsent);
      if (answer.refused === "conflict") this.theirs = latest;
      return null;
    }
    return this.rebase(sent.changes.apply(this.base.text), latest);
  }

  /** Resolve a conflict by the person's choice. Returns the changes to the text shown. */
  choose(whose: "mine" | "theirs"): ChangeSet | null {
    if (!this.theirs) return null;
    const [theirs, seen] = [this.theirs, this.text];
    const elsewhere = apart(difference(this.base.text, theirs.text), this.unsent).map(this.unsent);
    const text = whose === "mine" ? elsewhere.apply(seen) : theirs.text;
    this.theirs = null;
    this.base = theirs;
    this.unsent = difference(theirs.text, text);
    this.flush();
    return difference(seen, text);
  }

  /** Send the changes that wait, such as a submission from before a reload. */
  resume(): void {
    if (this.sent) this.send();
    else this.flush();
  }

  /** Send nothing again as long as the editor is not on the page. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private get submitted(): Text {
    return this.sent ? this.sent.changes.apply(this.base.text) : this.base.text;
  }

  private latest({ text, digest }: Answer): Version | null {
    if (text !== null) return { text: Text.of(text.split(/\r\n|\r|\n/)), digest };
    return [this.base, this.theirs].find((version) => version?.digest === digest) ?? null;
  }

  private idle(latest: Version): ChangeSet | null {
    if (this.theirs) this.theirs = latest;
    if (this.theirs || !this.unsent.empty) return null;
    return this.rebase(this.base.text, latest);
  }

  /** Put the changes typed since onto the latest text; they were made on the text `before`. */
  private rebase(before: Text, latest: Version): ChangeSet | null {
    const meanwhile = difference(before, latest.text);
    if (overlap(meanwhile, this.unsent)) {
      this.base = { text: before, digest: "" };
      this.theirs = latest;
      return null;
    }
    const seen = meanwhile.map(this.unsent);
    this.unsent = this.unsent.map(meanwhile, true);
    this.base = latest;
    return seen;
  }

  private send(): void {
    const submission = this.sent?.submission ?? null;
    this.attempt += 1;
    this.post({ client: this.client, attempt: this.attempt, seen: this.base.digest, submission });
    clearTimeout(this.timer);
    if (submission) this.timer = setTimeout(this.retry, this.backoff);
  }

  private retry = (): void => {
    this.backoff = Math.min(2 * this.backoff, LONGEST_BACKOFF);
    this.send();
  };
}
