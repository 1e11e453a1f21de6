import { defineConfig } from "vite";

/** JSONata with the functions of the service, built for the player, which runs it in QuickJS. */
export default defineConfig({
  build: {
    outDir: "../../player/expressions/built",
    emptyOutDir: true,
    license: { fileName: "licences.md" },
    lib: {
      entry: "src/jsonata/index.ts",
      formats: ["iife"],
      name: "player",
      fileName: () => "jsonata.js",
    },
  },
});
