import { readdirSync, readFileSync } from "node:fs";
import services from "./src/canvas/icons/services.json" with { type: "json" };

const LOCALES = new URL("../locales/", import.meta.url);
const PATTERNS = new URL("../patterns/", import.meta.url);
const ICONS = new URL("./node_modules/aws-icons/icons/architecture-service/", import.meta.url);

/** The words of one part of the screen in both languages, out of the words of the whole. */
export function words(prefix: string): Record<string, Record<string, string>> {
  const some = (language: string) => {
    const all: Record<string, string> = JSON.parse(
      readFileSync(new URL(`${language}.json`, LOCALES), "utf-8"),
    );
    return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(prefix)));
  };
  return { ja: some("ja"), en: some("en") };
}

/** The ready-made flows in one language: each one's key, title and ASL text. */
export function patterns(language: string): { key: string; title: string; text: string }[] {
  const ending = `.${language}.asl.json`;
  const names = readdirSync(PATTERNS).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => {
    const { Comment: title, States } = JSON.parse(readFileSync(new URL(name, PATTERNS), "utf-8"));
    return { key: name.slice(0, -ending.length), title, text: JSON.stringify({ States }) };
  });
}

/** The icon of each service that AWS has drawn one for, as SVG. */
export function icons(): Record<string, string> {
  return Object.fromEntries(Object.entries(services).map(([service, file]) => [service, icon(file)]));
}

function icon(file: string): string {
  return readFileSync(new URL(`${file}.svg`, ICONS), "utf-8").replace(/<title>.*?<\/title>/, "");
}
