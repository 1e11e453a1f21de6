import words from "virtual:sheet-words";
import type { SheetAnswer } from "./protocol.gen";

export type Language = SheetAnswer["language"];

/** The words of `key` in a language, filled with `params`. */
export function word(language: Language, key: string, params: Record<string, string> = {}): string {
  const text = words[language][`sheet.${key}`] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}
