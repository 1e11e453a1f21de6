import type { Target } from "./openSheet";
import { type Language, word } from "./words";

/** The name of a cell for a screen reader: its row, its column and its text. */
export function cellInWords(language: Language, { row, column, text }: Target): string {
  return word(language, "cell", {
    row: row.cells[0] || word(language, "new-row"),
    column: column.title,
    text: text || word(language, "empty"),
  });
}

/** The question of a cell's column, and the keys where these are not known yet. */
export function helpFor(language: Language, target: Target | null): string {
  if (!target) return word(language, "no-rows");
  const { row, column, isLocked } = target;
  if (isLocked) return word(language, "locked");
  if (column.kind === "title") return `${word(language, "title-cell")} ${word(language, "keys")}`;
  const asked = `${column.title}: ${column.help}`;
  if (column.kind === "failures") return `${asked} ${word(language, "to-failures")}`;
  return row.is_new ? `${asked} (${word(language, "new-row")})` : asked;
}
