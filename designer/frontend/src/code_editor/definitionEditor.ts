import { setDiagnostics } from "@codemirror/lint";
import { type ChangeSet, Compartment, EditorState, type StateEffect, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { selectState } from "../shared/stateSelection";
import { completion } from "./completion";
import { isInConflict, setConflict } from "./conflict";
import { diagnostics } from "./marks";
import type { Language } from "./phrases";
import type { Answer } from "./protocol.gen";
import { selectedIn, setSelected, setStretches, stretchAt, stretchOf } from "./ranges";
import { inLanguage, setUp } from "./setUp";
import type { TextClient } from "./textClient";

const TYPING_PAUSE = 400;
const CURSOR_PAUSE = 150;

/**
 * One definition in one format on the screen: typed changes go to the client, and Python's answers are shown.
 */
export class DefinitionEditor {
  private view: EditorView | null = null;
  private words = new Compartment();
  private language: Language | null = null;
  private waiting: Answer | null = null;
  private latest: Answer | undefined;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private selecting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly client: TextClient,
    private format: Answer["format"],
  ) {}

  /** Show the editor in `host`, which stands in `root`. */
  attach(host: HTMLElement, root: ShadowRoot | Document): void {
    if (!this.view || this.view.dom.parentElement === host) return;
    this.view.setRoot(root);
    host.append(this.view.dom);
    this.view.requestMeasure();
  }

  /** Take Python's answer; while a word is being converted to kanji, it waits. */
  receive(answer: Answer): void {
    this.waiting = null;
    this.latest = answer;
    if (this.view?.composing) {
      this.waiting = answer;
      return;
    }
    const changes = this.client.receive(answer);
    if (this.view && changes && !changes.empty) this.change(this.view, changes);
    this.view ??= this.open();
    this.show(this.view, answer);
    if (this.client.hasMore && answer.refused === "") this.flushSoon();
    this.markPending();
  }

  stop(): void {
    this.client.flush();
    this.client.stop();
  }

  private open(): EditorView {
    const state = EditorState.create({
      doc: this.client.text,
      extensions: [
        setUp(this.format),
        completion(() => this.latest),
        this.words.of([]),
        EditorView.updateListener.of(this.onUpdate),
        EditorView.domEventHandlers({ blur: () => this.client.flush(), compositionend: this.onComposed }),
      ],
    });
    return new EditorView({ state });
  }

  private onUpdate = (update: ViewUpdate): void => {
    const byPerson = update.transactions.some((transaction) => !transaction.annotation(Transaction.remote));
    if (update.docChanged && byPerson) {
      this.client.type(update.changes);
      this.flushSoon();
      this.markPending();
    }
    if (byPerson && (update.selectionSet || update.docChanged) && update.view.hasFocus) this.selectOnCanvas();
  };

  private onComposed = (): void => {
    setTimeout(() => this.waiting && this.receive(this.waiting));
    this.flushSoon();
  };

  /** Send what was typed after a short pause. */
  private flushSoon(): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      if (this.view?.composing) return;
      this.client.flush();
      this.markPending();
    }, TYPING_PAUSE);
  }

  /** The state that the cursor rests in is selected on the canvas. */
  private selectOnCanvas(): void {
    clearTimeout(this.selecting);
    this.selecting = setTimeout(() => {
      const state = this.view?.state;
      const found = state && stretchAt(state, state.selection.main.head);
      if (found && found.uid !== selectedIn(state)) selectState(found.uid);
    }, CURSOR_PAUSE);
  }

  private change(view: EditorView, changes: ChangeSet): void {
    const annotations = [Transaction.remote.of(true), Transaction.addToHistory.of(false)];
    view.dispatch({ changes, annotations });
  }

  private show(view: EditorView, answer: Answer): void {
    const effects: StateEffect<unknown>[] = [];
    if (answer.language !== this.language) {
      effects.push(this.words.reconfigure(inLanguage(answer.language)));
      this.language = answer.language;
    }
    if (answer.state_ranges && this.client.isSettled) effects.push(setStretches.of(answer.state_ranges));
    if (Boolean(this.client.theirs) !== isInConflict(view.state)) {
      const choice = { language: answer.language, choose: this.choose };
      effects.push(setConflict.of(this.client.theirs && choice));
    }
    view.dispatch({ effects, annotations: Transaction.remote.of(true) });
    if (this.client.isSettled || answer.refused) {
      view.dispatch(setDiagnostics(view.state, diagnostics(view.state, answer.markers)));
    }
    this.reveal(view, answer.selected);
  }

  /** Mark the state that is selected on the canvas, and scroll to it unless the person is typing. */
  private reveal(view: EditorView, uid: string): void {
    if (uid === selectedIn(view.state)) return;
    const stretch = stretchOf(view.state, uid);
    const scroll =
      stretch && !view.hasFocus && EditorView.scrollIntoView(stretch.start, { y: "start", yMargin: 24 });
    view.dispatch({
      effects: [setSelected.of(uid), ...(scroll ? [scroll] : [])],
      annotations: Transaction.remote.of(true),
    });
  }

  private choose = (whose: "mine" | "theirs"): void => {
    const changes = this.client.choose(whose);
    const view = this.view;
    if (!view) return;
    view.dispatch({ effects: setConflict.of(null), annotations: Transaction.remote.of(true) });
    if (changes) this.change(view, changes);
    view.focus();
    this.markPending();
  };

  /** Mark on the page if Python has everything. */
  private markPending(): void {
    this.view?.dom.setAttribute("data-pending", this.client.isSettled ? "0" : "1");
  }
}
