// Evaluates JSONata by the official package: the lines of a file are [expression, bindings] each, and each is answered
// with a line {"value"}, {"code", "message"}, or {} where there is no value that JSON has.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [file, packages] = process.argv.slice(2);
const jsonata = createRequire(packages)("jsonata");

for (const line of readFileSync(file, "utf-8").split("\n").filter(Boolean)) {
  const [expression, bindings] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await outcome(expression, bindings))}\n`);
}

async function outcome(expression, bindings) {
  try {
    const value = await jsonata(expression).evaluate(undefined, bindings);
    return typeof value === "function" ? {} : { value };
  } catch ({ code, message }) {
    return { code, message };
  }
}
