import { selectState } from "../shared/stateSelection";
import { Field } from "./field";
import { Keys } from "./keys";
import type { Cell, CellProblem, Column, Row, Sheet, SheetAnswer } from "./protocol.gen";
import { placeOf, rowBehind, shownRows } from "./rows";
import type { SheetClient } from "./sheetClient";
import { type Place, type Selection, spanOf, Table } from "./table";
import { Tabs } from "./tabs";
import { fromTsv, toTsv } from "./tsv";
import { type Language, word } from "./words";

const SELECT_PAUSE = 350;

/** The sheets on the page: tabs, the table of the open one, the field over its active cell, and a line of help. */
export class Grid {
  readonly element = document.createElement("div");
  private tabs = new Tabs((id) => this.open(id));
  private scroll = document.createElement("div");
  private paper = document.createElement("div");
  private status = document.createElement("p");
  private live = document.createElement("p");
  private table = new Table();
  readonly field = new Field(() => this.commit());
  private rows: Row[] = [];
  private sheetId = "";
  private selections = new Map<string, Selection>();
  private activeRow = "";
  private language: Language = "ja";
  private selected = "";
  private selecting: ReturnType<typeof setTimeout> | undefined;
  private home = 0;
  private cameFrom: string | null = null;

  constructor(readonly client: SheetClient) {
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
    this.table.element.addEventListener("pointerdown", (event) => this.onPointer(event));
    this.table.element.addEventListener("dblclick", () => this.enter());
    this.field.element.addEventListener("focus", () => this.element.classList.add("has-focus"));
    this.field.element.addEventListener("blur", () => this.onBlur());
    this.field.element.addEventListener("copy", (event) => this.copy(event));
    this.field.element.addEventListener("cut", (event) => this.copy(event) && this.clear());
    this.field.element.addEventListener("paste", (event) => this.paste(event));
  }

  /** The open sheet. */
  get sheet(): Sheet | undefined {
    return this.client.sheets.find(({ id }) => id === this.sheetId) ?? this.client.sheets[0];
  }

  /** Take Python's answer. What is being typed stays as it is. */
  receive(answer: SheetAnswer): void {
    this.client.receive(answer);
    this.language = answer.language;
    this.sheetId = this.sheet?.id ?? "";
    this.field.element.setAttribute("aria-description", word(this.language, "keys"));
    this.show();
    if (answer.selected !== this.selected) this.follow(answer.selected);
  }

  /** The number of columns and rows. */
  get size(): { rows: number; columns: number } {
    return { rows: this.rows.length, columns: this.sheet?.columns.length ?? 0 };
  }

  /** The selection in the open sheet. */
  get selection(): Selection {
    const start = { row: 0, column: this.firstColumn };
    return this.selections.get(this.sheetId) ?? { active: start, other: start };
  }

  /** The first column that can be written into. */
  get firstColumn(): number {
    return Math.max(0, this.sheet?.columns.findIndex(({ kind }) => kind !== "title") ?? 0);
  }

  /** Move to a cell; with `isExtending`, the selection reaches from where it began to there. */
  move(to: Place, isExtending = false): void {
    const { rows, columns } = this.size;
    const place = { row: within(to.row, rows), column: within(to.column, columns) };
    const { active } = this.selection;
    this.select(isExtending ? { active, other: place } : { active: place, other: place });
    this.table.cell(place)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.selectOnCanvas();
  }

  /** Go to the cell below, in the column where the line of Tabs began. */
  goDown(by: number): void {
    const { row } = this.selection.active;
    this.move({ row: row + by, column: by > 0 ? this.home : this.selection.active.column });
  }

  /** Go to the next cell, or the one before, over the ends of rows. Returns false at the end of the sheet. */
  goAcross(by: number): boolean {
    const { rows, columns } = this.size;
    const { row, column } = this.selection.active;
    const first = this.firstColumn;
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
    const target = this.target();
    if (!target || !isFree(target)) return;
    if (target.column.kind === "failures") this.openFailures(target.row);
    else this.field.edit();
  }

  /** Write what is in the field into the active cell. */
  commit(): void {
    const target = this.target();
    if (this.field.mode === "ready" || !target) return;
    const text = this.field.take().trim();
    this.field.close();
    const before = this.problem(target.row, target.column)?.text ?? target.text;
    if (isFree(target) && text !== (target.column.kind === "failures" ? "" : before.trim()))
      this.write([cellOf(target.row, target.column, text)]);
  }

  /** Empty the selected cells. */
  clear(): void {
    const cells = this.chosen().filter(({ column, text, row }) => {
      return column.kind !== "failures" && (text !== "" || this.problem(row, column));
    });
    this.write(cells.map(({ row, column }) => cellOf(row, column, "")));
  }

  /** Take the selected rows away, where rows of their kind can be added. */
  removeRows(): void {
    const first = this.sheet?.columns[this.firstColumn];
    const rows = spanOf(this.selection).rows.map((index) => this.rows[index]);
    const cells = rows.flatMap((row) =>
      row && first && placeOf(row.id) && !row.is_new ? [cellOf(row, first, "")] : [],
    );
    for (const cell of cells) cell.anchor = this.anchor(cell.row);
    if (cells.length > 0) this.client.edit("remove", this.sheetId, cells);
    this.show();
  }

  /** Write the first of the selected cells into all below it. */
  fillDown(): void {
    const { rows, columns } = spanOf(this.selection);
    const cells = columns.flatMap((column) => {
      const first = this.target({ row: rows[0] ?? 0, column });
      return rows.slice(1).flatMap((row) => {
        const target = this.target({ row, column });
        return first && target && isFree(target) ? [cellOf(target.row, target.column, first.text)] : [];
      });
    });
    this.write(cells);
  }

  /** Undo the last change, or redo it: the same as on the canvas. */
  reverse(kind: "undo" | "redo"): void {
    this.client.edit(kind);
    this.show();
  }

  /** Leave the table for its tabs, or the failures of a state for the sheet that led to them. */
  leave(): void {
    if (this.cameFrom && this.sheetId === "failures") this.open(this.cameFrom);
    else this.tabs.focus();
  }

  focus(): void {
    this.field.element.focus({ preventScroll: true });
  }

  /** Show another sheet. */
  open(id: string): void {
    this.commit();
    this.sheetId = id;
    this.cameFrom = null;
    this.activeRow = this.rowIdIn(id);
    this.home = this.selection.active.column;
    this.show();
    this.table.cell(this.selection.active)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.focus();
  }

  /** Write into cells at once. */
  private write(cells: Cell[]): void {
    for (const cell of cells) cell.anchor = this.anchor(cell.row);
    if (cells.length > 0) this.client.edit("write", this.sheetId, cells);
    this.show();
  }

  private show(): void {
    const { sheet } = this;
    this.element.dataset.pending = String(this.client.pending.length);
    this.tabs.show(this.client.sheets, sheet?.id ?? "");
    if (!sheet) return;
    this.rows = shownRows(sheet, this.client.pending);
    this.table.show(sheet, this.rows, (row) => this.problemsOf(row));
    const index = this.rows.findIndex(({ id }) => id === this.activeRow);
    const { active } = this.selection;
    if (index >= 0 && index !== active.row)
      this.select({ active: { ...active, row: index }, other: { ...active, row: index } });
    else this.select(this.selection);
  }

  private select({ active, other }: Selection): void {
    const { rows, columns } = this.size;
    const inside = ({ row, column }: Place) => ({ row: within(row, rows), column: within(column, columns) });
    const selection = { active: inside(active), other: inside(other) };
    const before = this.selection.active;
    if (before.column !== selection.active.column) this.home = selection.active.column;
    this.selections.set(this.sheetId, selection);
    this.table.mark(selection);
    const target = this.target();
    const cell = this.table.cell(selection.active);
    this.activeRow = target?.row.id ?? "";
    if (target && cell) this.field.place(cell, target, this.label(target));
    this.tell(target);
  }

  /** Say in the line below what the column asks, or what is wrong with the text; read the cell out. */
  private tell(target: Target | null): void {
    const problem = target && this.problem(target.row, target.column);
    const help = !target ? word(this.language, "no-rows") : this.help(target);
    this.status.textContent = problem?.message ?? help;
    this.status.classList.toggle("is-problem", Boolean(problem));
    const heard = target ? this.label(target) + (problem ? `. ${problem.message}` : "") : help;
    if (this.live.textContent !== heard) this.live.textContent = heard;
  }

  private help({ row, column, isLocked }: Target): string {
    if (isLocked) return word(this.language, "locked");
    if (column.kind === "title") return `${word(this.language, "title-cell")} ${word(this.language, "keys")}`;
    if (column.kind === "failures")
      return `${column.title}: ${column.help} ${word(this.language, "to-failures")}`;
    return `${column.title}: ${column.help}${row.is_new ? ` (${word(this.language, "new-row")})` : ""}`;
  }

  private label({ row, column, text }: Target): string {
    const name = row.cells[0] || word(this.language, "new-row");
    return word(this.language, "cell", {
      row: name,
      column: column.title,
      text: text || word(this.language, "empty"),
    });
  }

  private target(place = this.selection.active): Target | null {
    const { sheet } = this;
    const row = this.rows[place.row];
    const column = sheet?.columns[place.column];
    if (!sheet || !row || !column) return null;
    const isLocked = row.locked.includes(place.column);
    return { sheet, row, column, text: row.cells[place.column] ?? "", isLocked };
  }

  /** The selected cells that can be written into. */
  private chosen(): Target[] {
    const { rows, columns } = spanOf(this.selection);
    const all = rows.flatMap((row) => columns.map((column) => this.target({ row, column })));
    return all.filter((target): target is Target => target !== null && isFree(target));
  }

  private problemsOf({ id }: Row): Map<string, CellProblem> {
    const waiting = this.client.pending
      .filter(({ sheet }) => sheet === this.sheetId)
      .flatMap(({ cells }) => cells);
    const here = this.client.problems.filter(
      ({ sheet, row, column }) =>
        sheet === this.sheetId &&
        row === id &&
        !waiting.some((cell) => cell.row === row && cell.column === column),
    );
    return new Map(here.map((problem) => [problem.column, problem]));
  }

  private problem(row: Row, column: Column): CellProblem | undefined {
    return this.problemsOf(row).get(column.id);
  }

  /** The first text of a row of a list, by which Python finds it again. */
  private anchor(id: string): string {
    return placeOf(id) ? (this.rows.find((row) => row.id === id)?.cells[this.firstColumn] ?? "") : "";
  }

  private openFailures({ uid }: Row): void {
    const from = this.sheetId;
    const failures = this.client.sheets.find(({ id }) => id === "failures");
    const row = failures?.rows.findIndex((each) => each.uid === uid) ?? -1;
    if (!failures || row < 0) return;
    const place = { row, column: 1 };
    this.selections.set("failures", { active: place, other: place });
    this.open("failures");
    this.cameFrom = from;
    this.move(place);
  }

  private rowIdIn(sheetId: string): string {
    const rows = this.client.sheets.find(({ id }) => id === sheetId)?.rows ?? [];
    return rows[this.selections.get(sheetId)?.active.row ?? 0]?.id ?? "";
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
      if (place) this.select({ active: this.selection.active, other: place });
    };
    this.table.element.addEventListener("pointerover", over);
    const end = () => this.table.element.removeEventListener("pointerover", over);
    window.addEventListener("pointerup", end, { once: true });
  }

  private onBlur(): void {
    this.element.classList.remove("has-focus");
    this.commit();
  }

  /** Put the selected cells on the clipboard. Returns false while a text is being edited. */
  private copy(event: ClipboardEvent): boolean {
    if (this.field.mode !== "ready") return false;
    event.preventDefault();
    const { rows, columns } = spanOf(this.selection);
    const texts = rows.map((row) => columns.map((column) => this.rows[row]?.cells[column] ?? ""));
    event.clipboardData?.setData("text/plain", toTsv(texts));
    return true;
  }

  private paste(event: ClipboardEvent): void {
    if (this.field.mode !== "ready") return;
    event.preventDefault();
    const pasted = fromTsv(event.clipboardData?.getData("text/plain") ?? "");
    const { rows, columns } = spanOf(this.selection);
    const [row = 0, column = 0] = [rows[0], columns[0]];
    if (pasted.length === 1 && pasted[0]?.length === 1) {
      const text = pasted[0][0]?.trim() ?? "";
      this.write(this.chosen().map((target) => cellOf(target.row, target.column, text)));
      return;
    }
    this.write(pasted.flatMap((texts, down) => this.pastedRow(row, down, column, texts)));
    const last = {
      row: row + pasted.length - 1,
      column: column + Math.max(...pasted.map((texts) => texts.length)) - 1,
    };
    this.select({ active: { row, column }, other: last });
  }

  /** The cells of a pasted row; behind the last row of its kind it begins a new one. */
  private pastedRow(start: number, down: number, left: number, texts: string[]): Cell[] {
    const first = this.rows.slice(start, start + down + 1).findIndex((row) => row.is_new);
    const empty = first < 0 ? undefined : this.rows[start + first];
    const row = empty ? { ...empty, id: rowBehind(empty.id, down - first) } : this.rows[start + down];
    if (!row) return [];
    return texts.flatMap((text, right) => {
      const target = this.target({ row: start, column: left + right });
      const isLocked = row.locked.includes(left + right);
      return target && isFree({ ...target, isLocked }) ? [cellOf(row, target.column, text.trim())] : [];
    });
  }

  /** The state of the active row is selected on the canvas. */
  private selectOnCanvas(): void {
    clearTimeout(this.selecting);
    this.selecting = setTimeout(() => {
      const uid = this.target()?.row.uid;
      if (!uid || uid === this.selected || this.field.mode !== "ready") return;
      this.selected = uid;
      selectState(uid);
    }, SELECT_PAUSE);
  }

  /** Go to the row of the state that was selected on the canvas. */
  private follow(uid: string): void {
    this.selected = uid;
    const row = this.rows.findIndex((each) => each.uid === uid);
    if (!uid || row < 0 || this.element.classList.contains("has-focus")) return;
    const place = { row, column: this.selection.active.column };
    this.select({ active: place, other: place });
    this.table.cell(place)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

interface Target {
  sheet: Sheet;
  row: Row;
  column: Column;
  text: string;
  isLocked: boolean;
}

function isFree({ column, isLocked }: Target): boolean {
  return column.kind !== "title" && !isLocked;
}

function cellOf(row: Row, column: Column, text: string): Cell {
  return { row: row.id, column: column.id, text, anchor: "" };
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
