// How osls reads the variables in texts: a JSON list of texts on standard input, for each of them the type, the
// parameters and the address (or the literal) of each source of each variable, or null where it refuses the text.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const parse = require("osls/lib/configuration/variables/parse");

const source = ({ type, params, address, value }) =>
  type ? [type, (params ?? []).map((param) => param.value ?? ""), address?.value ?? ""] : ["", [], value];

const variables = (text) => {
  try {
    const found = (parse(text) ?? []).filter((each) => each.sources);
    return found.map(({ start = 0, end = text.length, sources }) => [start, end, sources.map(source)]);
  } catch {
    return null;
  }
};

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(variables)));
