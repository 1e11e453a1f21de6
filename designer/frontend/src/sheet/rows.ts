import type { Cell, Row, Sheet, SheetEdit } from "./protocol.gen";

/** The mark of an answer that is open, behind a failure that was typed right now. */
const OPEN = " → ？";

/** The group and the index of a row that may be followed by others of its kind; null for another row. */
export function placeOf(id: string): { group: string; index: number } | null {
  const at = id.lastIndexOf("/");
  return at < 0 ? null : { group: id.slice(0, at), index: Number(id.slice(at + 1)) };
}

/** The id of the row that comes `further` rows behind a row in its group. */
export function rowBehind(id: string, further: number): string {
  const place = placeOf(id);
  return place ? `${place.group}/${place.index + further}` : id;
}

/** The rows of a sheet with the edits that Python has not acknowledged yet. */
export function shownRows(sheet: Sheet, edits: SheetEdit[]): Row[] {
  return edits
    .filter((edit) => edit.sheet === sheet.id)
    .reduce((rows, edit) => edited(sheet, rows, edit), sheet.rows);
}

function edited(sheet: Sheet, rows: Row[], edit: SheetEdit): Row[] {
  if (edit.kind === "remove") {
    const gone = new Set(edit.cells.map(({ row }) => row));
    return rows.filter((row) => row.is_new || !gone.has(row.id));
  }
  return edit.kind === "write" ? edit.cells.reduce((all, cell) => written(sheet, all, cell), rows) : rows;
}

function written(sheet: Sheet, rows: Row[], cell: Cell): Row[] {
  const column = sheet.columns.findIndex(({ id }) => id === cell.column);
  const at = rows.findIndex(({ id }) => id === cell.row);
  const row = rows[at];
  if (!row || column < 0) return rows;
  const isAdded = sheet.columns[column]?.kind === "failures";
  const before = row.cells[column] ?? "";
  const text = isAdded ? [before, `${cell.text}${OPEN}`].filter(Boolean).join("\n") : cell.text;
  const changed = { ...row, is_new: row.is_new && !cell.text, cells: row.cells.with(column, text) };
  const more = row.is_new && cell.text ? [nextRow(sheet, row)] : [];
  return [...rows.slice(0, at), changed, ...more, ...rows.slice(at + 1)];
}

/** The empty row behind a new one that was written into. */
function nextRow(sheet: Sheet, row: Row): Row {
  const cells = row.cells.map((text, column) => (sheet.columns[column]?.kind === "title" ? text : ""));
  return { ...row, id: rowBehind(row.id, 1), cells };
}
