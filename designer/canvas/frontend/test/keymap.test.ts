import { expect, test } from "vitest";
import { KEYMAP } from "../src/flow/keymap";

test("no key does two things", () => {
  const keys = Object.values(KEYMAP).flat();
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
