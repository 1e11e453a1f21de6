/** Cells as spreadsheets put them on the clipboard: tabs between cells, and quotes around what has a break. */
export function toTsv(rows: string[][]): string {
  return rows.map((cells) => cells.map(quoted).join("\t")).join("\n");
}

/** The rows of a copied text; a break at the end begins no row. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  const end = text.replace(/(?:\r\n|\r|\n)$/, "");
  while (cell.lastIndex <= end.length) {
    const found = cell.exec(end);
    if (!found) return end.split(/\r\n|\r|\n/).map((line) => line.split("\t"));
    const [, inQuotes, plain = "", after] = found;
    rows.at(-1)?.push(inQuotes === undefined ? plain : inQuotes.replace(/""/g, '"').replace(/\r\n?/g, "\n"));
    if (after === "") return rows;
    if (after !== "\t") rows.push([]);
  }
  return rows;
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
