import type { Cell, CellProblem, Column, Row, Sheet } from "./protocol.gen";
import { placeOf, shownRows } from "./rows";
import type { SheetClient } from "./sheetClient";
import { type Place, type Selection, spanOf } from "./table";

/** A cell of the open sheet, with all that it is part of. */
export interface Target {
  sheet: Sheet;
  row: Row;
  column: Column;
  text: string;
  isLocked: boolean;
}

/** The rows of the open sheet as they are shown, what is selected in each sheet, and edits of cells. */
export class OpenSheet {
  id = "";
  rows: Row[] = [];
  private selections = new Map<string, Selection>();

  constructor(readonly client: SheetClient) {}

  get sheet(): Sheet | undefined {
    return this.client.sheets.find(({ id }) => id === this.id) ?? this.client.sheets[0];
  }

  /** Take the rows that Python sent last, with the edits that it has not acknowledged. */
  refresh(): void {
    const { sheet } = this;
    this.rows = sheet ? shownRows(sheet, this.client.pending) : [];
  }

  get size(): { rows: number; columns: number } {
    return { rows: this.rows.length, columns: this.sheet?.columns.length ?? 0 };
  }

  /** The first column that can be written into. */
  get firstColumn(): number {
    return Math.max(0, this.sheet?.columns.findIndex(({ kind }) => kind !== "title") ?? 0);
  }

  get selection(): Selection {
    return this.selectionIn(this.id) ?? selectionOf({ row: 0, column: this.firstColumn });
  }

  selectionIn(sheet: string): Selection | undefined {
    return this.selections.get(sheet);
  }

  /** Keep what is selected in a sheet, where its table is drawn or before. */
  keepSelection(sheet: string, selection: Selection): void {
    this.selections.set(sheet, selection);
  }

  /** The nearest place that is in the sheet. */
  inside({ row, column }: Place): Place {
    const { rows, columns } = this.size;
    return { row: within(row, rows), column: within(column, columns) };
  }

  target(place = this.selection.active): Target | null {
    const { sheet } = this;
    const row = this.rows[place.row];
    const column = sheet?.columns[place.column];
    if (!sheet || !row || !column) return null;
    const isLocked = row.locked.includes(place.column);
    return { sheet, row, column, text: row.cells[place.column] ?? "", isLocked };
  }

  /** The selected cells that can be written into. */
  chosen(): Target[] {
    const { rows, columns } = spanOf(this.selection);
    const all = rows.flatMap((row) => columns.map((column) => this.target({ row, column })));
    return all.filter((target): target is Target => target !== null && isFree(target));
  }

  /** The texts of a row that could not be read, by their columns; not those that have been written since. */
  problemsOf({ id }: Row): Map<string, CellProblem> {
    const waiting = this.client.pending
      .filter(({ sheet }) => sheet === this.id)
      .flatMap(({ cells }) => cells);
    const here = this.client.problems.filter(
      ({ sheet, row, column }) =>
        sheet === this.id &&
        row === id &&
        !waiting.some((cell) => cell.row === row && cell.column === column),
    );
    return new Map(here.map((problem) => [problem.column, problem]));
  }

  problem({ row, column }: Target): CellProblem | undefined {
    return this.problemsOf(row).get(column.id);
  }

  /** Write into cells at once. */
  write(cells: Cell[]): void {
    this.edit("write", cells);
  }

  /** Empty the selected cells. */
  clear(): void {
    const filled = this.chosen().filter(
      (target) => target.column.kind !== "failures" && (target.text !== "" || this.problem(target)),
    );
    this.write(filled.map((target) => cellOf(target, "")));
  }

  /** Take the selected rows away, where rows of their kind can be added. */
  removeRows(): void {
    const { rows } = spanOf(this.selection);
    const targets = rows.flatMap((row) => this.target({ row, column: this.firstColumn }) ?? []);
    const removable = targets.filter(({ row }) => placeOf(row.id) && !row.is_new);
    this.edit(
      "remove",
      removable.map((target) => cellOf(target, "")),
    );
  }

  /** Write the first of the selected cells into all below it. */
  fillDown(): void {
    const { rows, columns } = spanOf(this.selection);
    const cells = columns.flatMap((column) => {
      const first = this.target({ row: rows[0] ?? 0, column });
      return rows.slice(1).flatMap((row) => {
        const target = this.target({ row, column });
        return first && target && isFree(target) ? [cellOf(target, first.text)] : [];
      });
    });
    this.write(cells);
  }

  private edit(kind: "write" | "remove", cells: Cell[]): void {
    if (cells.length === 0) return;
    const anchored = cells.map((cell) => ({ ...cell, anchor: this.anchor(cell.row) }));
    this.client.edit(kind, this.id, anchored);
  }

  /** The first text of a row of a list, by which Python finds it again. */
  private anchor(id: string): string {
    return placeOf(id) ? (this.rows.find((row) => row.id === id)?.cells[this.firstColumn] ?? "") : "";
  }
}

/** One cell as the selection. */
export function selectionOf(place: Place): Selection {
  return { active: place, other: place };
}

/** Tells if a cell can be written into. */
export function isFree({ column, isLocked }: Pick<Target, "column" | "isLocked">): boolean {
  return column.kind !== "title" && !isLocked;
}

/** Another text for a cell. */
export function cellOf({ row, column }: Pick<Target, "row" | "column">, text: string): Cell {
  return { row: row.id, column: column.id, text, anchor: "" };
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
