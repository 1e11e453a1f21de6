import type { Column, Row, Sheet } from "./protocol.gen";

const MOST = 12;

/** The texts that are offered for a cell: the choices of its column, or names that its row may take. */
export function optionsOf(sheet: Sheet, column: Column, row: Row): string[] {
  return column.kind === "names" ? (sheet.offers[row.offers] ?? []) : column.options;
}

/**
 * The options that fit what is typed: a choice by its number too, several names by the last of them. All of
 * them for nothing.
 */
export function fitting(column: Column, options: string[], typed: string): string[] {
  const wanted = plain(column.kind === "names" ? lastName(typed) : typed);
  if (!wanted) return column.kind === "choice" ? options : options.slice(0, MOST);
  const isNumber = column.kind === "choice" && /^\d$/.test(wanted);
  const found = options.filter((option, index) =>
    isNumber ? index + 1 === Number(wanted) : plain(option).includes(wanted),
  );
  return found.slice(0, MOST);
}

/** The text of a cell in which an option was taken. */
export function withOption(column: Column, typed: string, option: string): string {
  if (column.kind !== "names") return option;
  const before = typed.slice(0, typed.length - lastName(typed).length).trimEnd();
  return `${before}${before ? " " : ""}${option}, `;
}

function lastName(typed: string): string {
  return typed.split(/[,、]/).at(-1)?.trimStart() ?? "";
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}
