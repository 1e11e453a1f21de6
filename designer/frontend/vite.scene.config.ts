import type { LucideIcon } from "lucide-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { defineConfig, type Plugin } from "vite";
import { icons, words } from "./assets";
import { CARDS, GLYPHS, SIGNS } from "./src/canvas/icons/glyphs";

const SAID = ["canvas.branch.title", "canvas.edge.default", "canvas.type.", "canvas.mark.", "canvas.legend."];

/** The content of an SVG element. */
function inner(svg: string): string {
  return svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
}

function glyphs(): Record<string, string> {
  const all: [string, LucideIcon][] = Object.entries({ ...GLYPHS, ...SIGNS, ...CARDS });
  return Object.fromEntries(
    all.map(([name, glyph]) => [name, inner(renderToStaticMarkup(createElement(glyph)))]),
  );
}

function said(): Record<string, Record<string, string>> {
  const all = Object.entries(words("canvas."));
  const isSaid = (key: string) => SAID.some((prefix) => key.startsWith(prefix));
  return Object.fromEntries(
    all.map(([language, some]) => [
      language,
      Object.fromEntries(Object.entries(some).filter(([key]) => isSaid(key))),
    ]),
  );
}

/** The icons, signs and words of the canvas, for pictures. */
function artwork(): Plugin {
  const services = () => Object.fromEntries(Object.entries(icons()).map(([key, svg]) => [key, inner(svg)]));
  return {
    name: "artwork",
    generateBundle() {
      const source = JSON.stringify({ services: services(), glyphs: glyphs(), words: said() }, null, 1);
      this.emitFile({ type: "asset", fileName: "artwork.json", source: `${source}\n` });
    },
  };
}

/** The parts of the canvas that pictures use, built for Python: routing, icons and words. */
export default defineConfig({
  plugins: [artwork()],
  build: {
    outDir: "../../exporters/scene/built",
    emptyOutDir: true,
    lib: {
      entry: "src/canvas/routing/scene.ts",
      formats: ["iife"],
      name: "scene",
      fileName: () => "routing.js",
    },
  },
});
