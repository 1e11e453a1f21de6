import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { quoted, textAt } from "../src/code_editor/textAt";

/** The text at the `|` in a definition, of the state that begins at its name `A`. */
function at(marked: string, language = marked.startsWith("{") ? json() : yaml()) {
  const place = marked.indexOf("|");
  const state = EditorState.create({ doc: marked.replace("|", ""), extensions: [language] });
  return textAt(state, place, marked.search(/"?A"?:/));
}

test.each([
  ['{"A": {"Output": "{% $st| %}"}}', ["Output"], "{% $st"],
  ['{"A": {"Catch": [{}, {"Output": {"a": "{% $st|"}}]}}', ["Catch", 1, "Output", "a"], "{% $st"],
  ['{"A": {"Output": "{% \\"a\\" & $s|"}}', ["Output"], '{%  "a " & $s'],
  ["A:\n  InputPath: $.a|\n", ["InputPath"], "$.a"],
  ["A:\n  Parameters:\n    a.$: '$.|'\n", ["Parameters", "a.$"], "$."],
  [
    "A:\n  Catch:\n    - Output: >-\n        {% 1 +\n        $s| %}\n",
    ["Catch", 0, "Output"],
    "{% 1 +\n        $s",
  ],
  ['A:\n  Output: "{% $sta| %}"\n  End: true\n', ["Output"], "{% $sta"],
])("the text and its path in %s", (marked, path, before) => {
  const found = at(marked);
  expect(found?.path).toEqual(path);
  expect(found?.before.trimStart()).toBe(before);
});

test.each([
  '{"A": {"Output"|: 1}}',
  '{"A": {"Output": "x"| }}',
  '{"A": {"Output": |1}}',
  "A:\n  |Type: Pass\n",
])("no text in %s", (marked) => expect(at(marked)).toBeUndefined());

test("a name with quotes is written as the text around it has them", () => {
  const quotes = ["A:\n  InputPath: '$.|'\n", 'A:\n  InputPath: "$.|"\n', "A:\n  InputPath: $.|\n"].map(
    (marked) => at(marked)?.quote ?? "none",
  );
  expect(quotes).toEqual(["'", '"', ""]);
  expect(quotes.map((quote) => quoted("$['my name']", quote))).toEqual([
    "$[''my name'']",
    "$['my name']",
    "$['my name']",
  ]);
});
