import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as workflow from "../src/canvas/client/intents";
import * as sketch from "../src/canvas/client/sketch_intents";
import type { Intent, View } from "../src/canvas/protocol/protocol.gen";

const file = process.env.CASES;
const { apply } = process.env.SUBJECT === "sketch" ? sketch : workflow;
const cases: { before: View; intent: Intent; after: View }[] = file
  ? JSON.parse(readFileSync(file, "utf-8"))
  : [];

/** The cases are made, and this test is run, by tests/designer/frontend/test_optimistic_*.py. */
test.skipIf(!file)("the reducers do what the actions do", () => {
  for (const { before, intent, after } of cases) {
    expect(meaning(apply(before, intent)), JSON.stringify(intent)).toEqual(meaning(after));
  }
});

/** The part of a view that reducers and actions have to agree on: states, edges, annotations and places. */
function meaning(view: View) {
  const nodes = Object.values(view.nodes).map(
    ({ id, type, name, parent, terminal, business, engineering, x, y, width, height }) => [
      id,
      {
        type,
        name,
        parent,
        terminal,
        titles: [business.title, engineering.title],
        line: engineering.line,
        place: { x, y, width, height },
      },
    ],
  );
  const edges = Object.values(view.edges).map(({ id, kind, source, target, catches_all, business }) => [
    id,
    { kind, source, target, catches_all, words: id.startsWith("arrow:") ? business : "" },
  ]);
  const { notes, lanes } = view;
  return { nodes: Object.fromEntries(nodes), edges: Object.fromEntries(edges), notes, lanes };
}
