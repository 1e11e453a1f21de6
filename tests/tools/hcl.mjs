// Reads files of HCL and prints each as JSON, in the order of the arguments; fails where one cannot be read.
// usage: node hcl.mjs FILE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { parse } = createRequire(import.meta.url)("@cdktf/hcl2json");

const read = process.argv.slice(2).map((file) => parse(file, readFileSync(file, "utf-8")));
console.log(JSON.stringify(await Promise.all(read)));
