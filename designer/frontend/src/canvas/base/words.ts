import words from "virtual:words";

export type Language = "ja" | "en";
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** The words of the screen in one language; `{name}` in them is filled in. */
export function translator(language: Language): Translate {
  return (key, values = {}) => {
    const text = words[language][`canvas.${key}`] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  };
}
