import { expect, test } from "vitest";
import { translator } from "../src/canvas/base/words";
import { KEYMAP } from "../src/canvas/commands/keymap";

test("no key does two things", () => {
  const keys = Object.values(KEYMAP).flat();
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test.each(["ja", "en"] as const)("the list of keys says in %s what each does", (language) => {
  const words = translator(language);
  const commands = Object.keys(KEYMAP);
  expect(commands.filter((command) => words(`keys.${command}`) === `keys.${command}`)).toEqual([]);
});
