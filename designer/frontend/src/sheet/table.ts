import type { CellProblem, Row, Sheet } from "./protocol.gen";

/** A cell of the table by its indexes. */
export interface Place {
  row: number;
  column: number;
}

/** The rectangle of cells that is selected; `active` is the one that is written into. */
export interface Selection {
  active: Place;
  other: Place;
}

/** The table of one sheet on the page: a row is drawn anew only if something in it has changed. */
export class Table {
  readonly element = document.createElement("table");
  private body = document.createElement("tbody");
  private drawn: { key: string; element: HTMLTableRowElement }[] = [];
  private head = "";

  constructor() {
    this.element.setAttribute("role", "grid");
    this.element.append(this.body);
  }

  /** Show the rows; `problemsOf` gives the cells of a row whose text could not be read. */
  show(sheet: Sheet, rows: Row[], problemsOf: (row: Row) => Map<string, CellProblem>): void {
    const head = JSON.stringify([sheet.id, sheet.columns]);
    if (head !== this.head) this.showHead(sheet);
    if (head !== this.head) this.drawn = [];
    this.head = head;
    this.drawn = rows.map((row, index) => {
      const problems = problemsOf(row);
      const above = rows[index - 1];
      const isRepeated = sheet.columns[0]?.kind === "title" && above !== undefined && above.uid === row.uid;
      const key = JSON.stringify([row, [...problems], isRepeated]);
      const known = this.drawn[index];
      return known?.key === key ? known : { key, element: rowElement(sheet, row, problems, isRepeated) };
    });
    this.body.replaceChildren(...this.drawn.map(({ element }) => element));
  }

  /** The element of a cell. */
  cell({ row, column }: Place): HTMLTableCellElement | undefined {
    return this.drawn[row]?.element.cells[column];
  }

  /** The place of the cell around an element. */
  placeOf(target: EventTarget | null): Place | null {
    const cell = target instanceof Element ? target.closest("td, tbody th") : null;
    if (!(cell instanceof HTMLTableCellElement) || !(cell.parentElement instanceof HTMLTableRowElement))
      return null;
    const row = this.drawn.findIndex(({ element }) => element === cell.parentElement);
    return row < 0 ? null : { row, column: cell.cellIndex };
  }

  /** Mark the selected cells. */
  mark(selection: Selection): void {
    for (const cell of this.element.querySelectorAll(".is-active, .is-chosen")) {
      cell.classList.remove("is-active", "is-chosen");
      cell.removeAttribute("aria-selected");
    }
    const { rows, columns } = spanOf(selection);
    for (const row of rows)
      for (const column of columns) this.cell({ row, column })?.classList.add("is-chosen");
    const active = this.cell(selection.active);
    active?.classList.add("is-active");
    active?.setAttribute("aria-selected", "true");
  }

  private showHead(sheet: Sheet): void {
    this.element.querySelector("colgroup")?.remove();
    this.element.querySelector("thead")?.remove();
    this.element.setAttribute("aria-label", sheet.title);
    const width = sheet.columns.reduce((sum, column) => sum + column.width, 0);
    this.element.style.width = `${width}px`;
    const columns = document.createElement("colgroup");
    const head = document.createElement("thead");
    const row = head.insertRow();
    for (const { title, help, width: one, kind } of sheet.columns) {
      const column = document.createElement("col");
      column.style.width = `${one}px`;
      columns.append(column);
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = title;
      cell.title = help;
      if (kind === "title") cell.className = "is-title";
      row.append(cell);
    }
    this.element.prepend(columns, head);
  }
}

/** The indexes of the rows and columns that are selected. */
export function spanOf({ active, other }: Selection): { rows: number[]; columns: number[] } {
  return { rows: between(active.row, other.row), columns: between(active.column, other.column) };
}

function between(one: number, other: number): number[] {
  const first = Math.min(one, other);
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, index) => first + index);
}

function rowElement(
  sheet: Sheet,
  row: Row,
  problems: Map<string, CellProblem>,
  isRepeated: boolean,
): HTMLTableRowElement {
  const element = document.createElement("tr");
  element.dataset.row = row.id;
  if (row.is_new) element.className = "is-new";
  sheet.columns.forEach(({ id, kind }, column) => {
    const cell = document.createElement(kind === "title" ? "th" : "td");
    const text = document.createElement("div");
    const problem = problems.get(id);
    cell.setAttribute("role", kind === "title" ? "rowheader" : "gridcell");
    text.textContent = problem?.text ?? row.cells[column] ?? "";
    cell.dataset.column = id;
    cell.title = problem?.message ?? text.textContent;
    if (problem) cell.classList.add("is-problem");
    if (row.locked.includes(column)) cell.classList.add("is-locked");
    if (kind === "title") cell.classList.add("is-title", ...(isRepeated ? ["is-repeated"] : []));
    if (kind === "title") text.style.paddingLeft = `${row.depth * 16}px`;
    cell.append(text);
    element.append(cell);
  });
  return element;
}
