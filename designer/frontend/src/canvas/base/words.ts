import words from "virtual:words";
import type { Subject } from "../protocol/protocol.gen";

export type Language = "ja" | "en";
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The words of `key` on a sketch, where it has its own for them. */
export function wordsFor(words: Translate, subject: Subject, key: string): string {
  const own = `sketch.${key}`;
  const said = subject === "sketch" ? words(own) : own;
  return said === own ? words(key) : said;
}

/** The words of the screen in one language; `{name}` in them is filled in. */
export function translator(language: Language): Translate {
  return (key, values = {}) => {
    const text = words[language][`canvas.${key}`] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  };
}
