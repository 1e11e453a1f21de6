import type { Grid } from "./grid";
import { cellOf, isFree } from "./openSheet";
import type { Cell } from "./protocol.gen";
import { rowBehind } from "./rows";
import { spanOf } from "./table";
import { fromTsv, toTsv } from "./tsv";

/** Cells go to the clipboard, and come from it, as a spreadsheet has them; a text that is edited stays alone. */
export class Clipboard {
  constructor(private grid: Grid) {}

  listen(): void {
    const { element } = this.grid.field;
    element.addEventListener("copy", (event) => this.copy(event));
    element.addEventListener("cut", (event) => this.copy(event) && this.grid.clear());
    element.addEventListener("paste", (event) => this.paste(event));
  }

  /** Put the selected cells on the clipboard. Returns false while a text is being edited. */
  private copy(event: ClipboardEvent): boolean {
    const { field, open } = this.grid;
    if (field.mode !== "ready") return false;
    event.preventDefault();
    const { rows, columns } = spanOf(open.selection);
    const texts = rows.map((row) => columns.map((column) => open.rows[row]?.cells[column] ?? ""));
    event.clipboardData?.setData("text/plain", toTsv(texts));
    return true;
  }

  private paste(event: ClipboardEvent): void {
    const { field, open } = this.grid;
    if (field.mode !== "ready") return;
    event.preventDefault();
    const pasted = fromTsv(event.clipboardData?.getData("text/plain") ?? "");
    if (pasted.length === 1 && pasted[0]?.length === 1) {
      const text = pasted[0][0]?.trim() ?? "";
      this.grid.write(open.chosen().map((target) => cellOf(target, text)));
      return;
    }
    const { rows, columns } = spanOf(open.selection);
    const [row = 0, column = 0] = [rows[0], columns[0]];
    const width = Math.max(...pasted.map((texts) => texts.length));
    this.grid.write(pasted.flatMap((texts, down) => this.pastedRow(row, down, column, texts)));
    this.grid.select({
      active: { row, column },
      other: { row: row + pasted.length - 1, column: column + width - 1 },
    });
  }

  /** The cells of a pasted row; behind the last row of its kind it begins a new one. */
  private pastedRow(start: number, down: number, left: number, texts: string[]): Cell[] {
    const { rows, sheet } = this.grid.open;
    const first = rows.slice(start, start + down + 1).findIndex((row) => row.is_new);
    const empty = first < 0 ? undefined : rows[start + first];
    const row = empty ? { ...empty, id: rowBehind(empty.id, down - first) } : rows[start + down];
    if (!row) return [];
    return texts.flatMap((text, right) => {
      const column = sheet?.columns[left + right];
      const isLocked = row.locked.includes(left + right);
      return column && isFree({ column, isLocked }) ? [cellOf({ row, column }, text.trim())] : [];
    });
  }
}
