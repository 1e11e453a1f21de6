import { selectState } from "../shared/stateSelection";
import { Clipboard } from "./clipboard";
import { Field } from "./field";
import { Keys } from "./keys";
import { cellOf, isFree, OpenSheet, selectionOf, type Target } from "./openSheet";
import type { Cell, Row, SheetAnswer } from "./protocol.gen";
import { cellInWords, helpFor } from "./said";
import type { SheetClient } from "./sheetClient";
import { type Place, type Selection, Table } from "./table";
import { Tabs } from "./tabs";
import { type Language, word } from "./words";

const SELECT_PAUSE = 350;

/** The sheets on the page: tabs, the table of the open one, the field over its active cell, and a line of help. */
export class Grid {
  readonly element = document.createElement("div");
  readonly open: OpenSheet;
  readonly field = new Field(() => this.commit());
  private tabs = new Tabs((id) => this.show(id));
  private scroll = document.createElement("div");
  private paper = document.createElement("div");
  private status = document.createElement("p");
  private live = document.createElement("p");
  private table = new Table();
  private activeRow = "";
  private language: Language = "ja";
  private selected = "";
  private selecting: ReturnType<typeof setTimeout> | undefined;
  private home = 0;
  private cameFrom: string | null = null;

  constructor(readonly client: SheetClient) {
    this.open = new OpenSheet(client);
    this.element.className = "sheets";
    this.scroll.className = "scroll";
    this.paper.className = "paper";
    this.status.className = "status";
    this.live.className = "heard";
    this.live.setAttribute("aria-live", "polite");
    this.paper.append(this.table.element, this.field.element, this.field.list);
    this.scroll.append(this.paper);
    this.element.append(this.tabs.element, this.scroll, this.status, this.live);
    new Keys(this).listen();
    new Clipboard(this).listen();
    this.table.element.addEventListener("pointerdown", (event) => this.onPointer(event));
    this.table.element.addEventListener("dblclick", () => this.enter());
    this.field.element.addEventListener("focus", () => this.element.classList.add("has-focus"));
    this.field.element.addEventListener("blur", () => this.onBlur());
  }

  /** Take Python's answer. What is being typed stays as it is. */
  receive(answer: SheetAnswer): void {
    this.client.receive(answer);
    this.language = answer.language;
    this.open.id = this.open.sheet?.id ?? "";
    this.field.element.setAttribute("aria-description", word(this.language, "keys"));
    this.draw();
    if (answer.selected !== this.selected) this.follow(answer.selected);
  }

  /** Move to a cell; with `isExtending`, the selection reaches from where it began to there. */
  move(to: Place, isExtending = false): void {
    const place = this.open.inside(to);
    this.select(isExtending ? { active: this.open.selection.active, other: place } : selectionOf(place));
    this.reveal(place);
    this.selectOnCanvas();
  }

  /** Go to the cell below, in the column where the line of Tabs began. */
  goDown(by: number): void {
    const { row, column } = this.open.selection.active;
    this.move({ row: row + by, column: by > 0 ? this.home : column });
  }

  /** Go to the next cell, or the one before, over the ends of rows. Returns false at the end of the sheet. */
  goAcross(by: number): boolean {
    const { rows, columns } = this.open.size;
    const { row, column } = this.open.selection.active;
    const first = this.open.firstColumn;
    const width = columns - first;
    const next = row * width + column - first + by;
    if (next < 0 || next >= rows * width) return false;
    const home = this.home;
    this.move({ row: Math.floor(next / width), column: first + (next % width) });
    if (Math.floor(next / width) === row) this.home = home;
    return true;
  }

  /** Open the active cell to be written into; that of the failures leads to their sheet. */
  enter(): void {
    const target = this.open.target();
    if (!target || !isFree(target)) return;
    if (target.column.kind === "failures") this.showFailures(target.row);
    else this.field.edit();
  }

  /** Write what is in the field into the active cell. */
  commit(): void {
    const target = this.open.target();
    if (this.field.mode === "ready" || !target) return;
    const text = this.field.take().trim();
    this.field.close();
    const before = this.open.problem(target)?.text ?? target.text;
    if (isFree(target) && text !== (target.column.kind === "failures" ? "" : before.trim()))
      this.write([cellOf(target, text)]);
  }

  /** Write into cells at once. */
  write(cells: Cell[]): void {
    this.open.write(cells);
    this.draw();
  }

  /** Empty the selected cells. */
  clear(): void {
    this.open.clear();
    this.draw();
  }

  /** Take the selected rows away, where rows of their kind can be added. */
  removeRows(): void {
    this.open.removeRows();
    this.draw();
  }

  /** Write the first of the selected cells into all below it. */
  fillDown(): void {
    this.open.fillDown();
    this.draw();
  }

  /** Undo the last change, or redo it: the same as on the canvas. */
  reverse(kind: "undo" | "redo"): void {
    this.client.edit(kind);
    this.draw();
  }

  /** Leave the table for its tabs, or the failures of a state for the sheet that led to them. */
  leave(): void {
    if (this.cameFrom && this.open.id === "failures") this.show(this.cameFrom);
    else this.tabs.focus();
  }

  focus(): void {
    this.field.element.focus({ preventScroll: true });
  }

  /** Select cells of the open sheet, and lay the field over the active one. */
  select({ active, other }: Selection): void {
    const selection = { active: this.open.inside(active), other: this.open.inside(other) };
    const before = this.open.selection.active;
    if (before.column !== selection.active.column) this.home = selection.active.column;
    this.open.keepSelection(this.open.id, selection);
    this.table.mark(selection);
    const target = this.open.target();
    const cell = this.table.cell(selection.active);
    this.activeRow = target?.row.id ?? "";
    if (target && cell) this.field.place(cell, target, cellInWords(this.language, target));
    this.tell(target);
  }

  /** Show another sheet. */
  private show(id: string): void {
    this.commit();
    this.open.id = id;
    this.cameFrom = null;
    const rows = this.open.sheet?.rows ?? [];
    this.activeRow = rows[this.open.selectionIn(id)?.active.row ?? 0]?.id ?? "";
    this.home = this.open.selection.active.column;
    this.draw();
    this.reveal(this.open.selection.active);
    this.focus();
  }

  private showFailures({ uid }: Row): void {
    const from = this.open.id;
    const failures = this.client.sheets.find(({ id }) => id === "failures");
    const row = failures?.rows.findIndex((each) => each.uid === uid) ?? -1;
    if (!failures || row < 0) return;
    const place = { row, column: 1 };
    this.open.keepSelection("failures", selectionOf(place));
    this.show("failures");
    this.cameFrom = from;
    this.move(place);
  }

  /** Draw what has changed; the active cell stays in its row, wherever that is now. */
  private draw(): void {
    const { open } = this;
    const { sheet } = open;
    this.element.dataset.pending = String(this.client.pending.length);
    this.tabs.show(this.client.sheets, sheet?.id ?? "");
    if (!sheet) return;
    open.refresh();
    this.table.show(sheet, open.rows, (row) => open.problemsOf(row));
    const row = open.rows.findIndex(({ id }) => id === this.activeRow);
    const { active } = open.selection;
    this.select(row >= 0 && row !== active.row ? selectionOf({ ...active, row }) : open.selection);
  }

  private reveal(place: Place): void {
    this.table.cell(place)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Say in the line below what the column asks, or what is wrong with the text; read the cell out. */
  private tell(target: Target | null): void {
    const problem = target && this.open.problem(target);
    const help = helpFor(this.language, target);
    this.status.textContent = problem?.message ?? help;
    this.status.classList.toggle("is-problem", Boolean(problem));
    const cell = target && cellInWords(this.language, target);
    const heard = cell ? cell + (problem ? `. ${problem.message}` : "") : help;
    if (this.live.textContent !== heard) this.live.textContent = heard;
  }

  private onPointer(event: PointerEvent): void {
    const place = this.table.placeOf(event.target);
    if (!place || event.button !== 0) return;
    event.preventDefault();
    this.commit();
    this.focus();
    this.move(place, event.shiftKey);
    this.home = place.column;
    this.dragFrom(event.pointerId);
  }

  private dragFrom(pointer: number): void {
    const over = (event: PointerEvent) => {
      const place = event.pointerId === pointer ? this.table.placeOf(event.target) : null;
      if (place) this.select({ active: this.open.selection.active, other: place });
    };
    this.table.element.addEventListener("pointerover", over);
    const end = () => this.table.element.removeEventListener("pointerover", over);
    window.addEventListener("pointerup", end, { once: true });
  }

  private onBlur(): void {
    this.element.classList.remove("has-focus");
    this.commit();
  }

  /** The state of the active row is selected on the canvas. */
  private selectOnCanvas(): void {
    clearTimeout(this.selecting);
    this.selecting = setTimeout(() => {
      const uid = this.open.target()?.row.uid;
      if (!uid || uid === this.selected || this.field.mode !== "ready") return;
      this.selected = uid;
      selectState(uid);
    }, SELECT_PAUSE);
  }

  /** Go to the row of the state that was selected on the canvas. */
  private follow(uid: string): void {
    this.selected = uid;
    const row = this.open.rows.findIndex((each) => each.uid === uid);
    if (!uid || row < 0 || this.element.classList.contains("has-focus")) return;
    const place = { row, column: this.open.selection.active.column };
    this.select(selectionOf(place));
    this.reveal(place);
  }
}
