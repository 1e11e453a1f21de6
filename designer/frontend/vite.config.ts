import { defineConfig, type Plugin } from "vite";
import { icons, patterns, words } from "./assets";

function virtual(name: string, content: () => unknown): Plugin {
  const id = `virtual:${name}`;
  return {
    name: id,
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (loaded) => (loaded === `\0${id}` ? `export default ${JSON.stringify(content())}` : undefined),
  };
}

function dataUrl(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

export default defineConfig({
  plugins: [
    virtual("words", () => words("canvas.")),
    virtual("editor-words", () => words("editor.")),
    virtual("sheet-words", () => words("sheet.")),
    virtual("patterns", () => ({ ja: patterns("ja"), en: patterns("en") })),
    virtual("service-icons", () =>
      Object.fromEntries(Object.entries(icons()).map(([service, svg]) => [service, dataUrl(svg)])),
    ),
  ],
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    modulePreload: false,
    license: { fileName: "licences.md" },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      input: {
        canvas: "src/canvas/index.tsx",
        clipboard: "src/clipboard/index.ts",
        completer: "src/completer/index.ts",
        editor: "src/code_editor/index.ts",
        live: "src/live/index.ts",
        sheet: "src/sheet/index.ts",
      },
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
      onLog: (level, log, report) => log.code === "MODULE_LEVEL_DIRECTIVE" || report(level, log),
    },
  },
});
