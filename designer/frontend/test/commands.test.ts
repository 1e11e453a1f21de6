import { expect, test } from "vitest";
import { translator } from "../src/canvas/base/words";
import { COMMANDS, type CommandId, command, withKeys } from "../src/canvas/commands/commands";

const SUBJECTS = ["workflow", "sketch"] as const;

test.each(SUBJECTS)("no key does two things on a %s", (subject) => {
  const keys = withKeys(subject).flatMap(([, some]) => some);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test.each(["ja", "en"] as const)("the list of keys says in %s what each does", (language) => {
  const words = translator(language);
  const ids = SUBJECTS.flatMap((subject) => withKeys(subject).map(([id]) => id));
  expect(ids.filter((id) => words(`keys.${id}`) === `keys.${id}`)).toEqual([]);
});

test.each(["ja", "en"] as const)("each button has its words in %s, which name its first key", (language) => {
  const words = translator(language);
  const unnamed = (Object.keys(COMMANDS) as CommandId[]).filter((id) => {
    const { button, keys } = command(id);
    const key = `${button?.bar}.${button?.name}`;
    return button && (words(key) === key || !words(key).includes(keys?.[0] ?? ""));
  });
  expect(unnamed).toEqual([]);
});
