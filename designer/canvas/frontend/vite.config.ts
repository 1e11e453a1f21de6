import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import services from "./src/services/icons.json" with { type: "json" };

const LOCALES = new URL("../../locales/", import.meta.url);
const ICONS = new URL("./node_modules/aws-icons/icons/architecture-service/", import.meta.url);

/** The words of one part of the screen in both languages, out of the words of the whole. */
function words(prefix: string): Record<string, Record<string, string>> {
  const some = (language: string) => {
    const all: Record<string, string> = JSON.parse(
      readFileSync(new URL(`${language}.json`, LOCALES), "utf-8"),
    );
    return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(prefix)));
  };
  return { ja: some("ja"), en: some("en") };
}

function icon(file: string): string {
  const svg = readFileSync(new URL(`${file}.svg`, ICONS), "utf-8").replace(/<title>.*?<\/title>/, "");
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function virtual(name: string, content: () => unknown): Plugin {
  const id = `virtual:${name}`;
  return {
    name: id,
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (loaded) => (loaded === `\0${id}` ? `export default ${JSON.stringify(content())}` : undefined),
  };
}

export default defineConfig({
  plugins: [
    virtual("words", () => words("canvas.")),
    virtual("editor-words", () => words("editor.")),
    virtual("service-icons", () =>
      Object.fromEntries(Object.entries(services).map(([service, file]) => [service, icon(file)])),
    ),
  ],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    modulePreload: false,
    license: { fileName: "licences.md" },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: { canvas: "src/index.tsx", editor: "src/editor/index.ts" },
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
      onLog: (level, log, report) => log.code === "MODULE_LEVEL_DIRECTIVE" || report(level, log),
    },
  },
});
