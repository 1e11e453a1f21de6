import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import services from "./src/services/icons.json" with { type: "json" };

const LOCALES = new URL("../../locales/", import.meta.url);
const ICONS = new URL("./node_modules/aws-icons/icons/architecture-service/", import.meta.url);

/** The canvas' own words, out of the words of the whole screen. */
function words(language: string): Record<string, string> {
  const all: Record<string, string> = JSON.parse(readFileSync(new URL(`${language}.json`, LOCALES), "utf-8"));
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith("canvas.")));
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
    virtual("words", () => ({ ja: words("ja"), en: words("en") })),
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
      input: "src/index.tsx",
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "canvas.js" },
      onLog: (level, log, report) => log.code === "MODULE_LEVEL_DIRECTIVE" || report(level, log),
    },
  },
});
