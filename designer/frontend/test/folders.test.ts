import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { grouped } from "../src/canvas/routing/grouped";

const SOURCES = fileURLToPath(new URL("../src", import.meta.url));
/** One file per kind, found by its registry; such a folder may be of any size. */
const REGISTRIES = ["canvas/client/intents", "canvas/nodes"];
const MOST_MODULES = 20;

interface Source {
  folder: string;
  name: string;
  text: string;
  imports: string[];
}

const sources = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(({ parentPath, name }) => source(parentPath, name));

function source(parent: string, name: string): Source {
  const text = readFileSync(join(parent, name), "utf-8");
  const imports = [...text.matchAll(/(?:from|import) "([^"]+)"/g)].map(([, module = ""]) => module);
  return { folder: relative(SOURCES, parent), name, text, imports };
}

/** The folder of an imported module; an import of a folder is one of its index. */
function folderOf({ folder }: Source, module: string): string {
  const path = join(folder, module);
  return sources.some((other) => other.folder === path) ? path : dirname(path);
}

test("no two folders import each other, not even by way of others", () => {
  const uses = grouped(
    sources.flatMap((file) =>
      file.imports
        .filter((module) => module.startsWith("."))
        .map((module) => [file.folder, folderOf(file, module)] as const)
        .filter(([from, to]) => from !== to),
    ),
    ([from]) => from,
  );
  const reached = (from: string, found = new Set<string>()): Set<string> => {
    for (const [, to] of uses.get(from) ?? []) {
      if (found.has(to)) continue;
      found.add(to);
      reached(to, found);
    }
    return found;
  };
  expect([...uses.keys()].filter((folder) => reached(folder).has(folder))).toEqual([]);
});

test("no folder has more modules than can be overseen", () => {
  const folders = grouped(sources, ({ folder }) => folder);
  const large = [...folders].filter(
    ([folder, files]) => files.length > MOST_MODULES && !REGISTRIES.includes(folder),
  );
  expect(large.map(([folder]) => folder)).toEqual([]);
});

test("routing knows neither React nor the page, for Python runs it too", () => {
  const routing = sources.filter(({ folder }) => folder === "canvas/routing");
  const outside = routing.flatMap(({ imports }) =>
    imports.filter((module) => !/^\.(\/|\.\/protocol\/)/.test(module)),
  );
  expect(outside).toEqual([]);
  expect(routing.filter(({ text }) => /\b(document|window)\./.test(text))).toEqual([]);
});

test("React Flow's names on the page are known to one module", () => {
  const knowing = sources.filter(({ text }) => text.includes("react-flow__"));
  expect(knowing.map(({ folder, name }) => join(folder, name))).toEqual(["canvas/flow/reactFlowDom.ts"]);
});
