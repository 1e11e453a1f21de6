// What AWS's own language service says of the definitions (JSON) in the files that are named: one JSON list.
// usage: node language_service.mjs FILE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { getLanguageService, TextDocument } = require("amazon-states-language-service");

const service = getLanguageService({});
const found = [];
for (const file of process.argv.slice(2)) {
  const document = TextDocument.create(file, "asl", 1, readFileSync(file, "utf8"));
  const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
  found.push(...diagnostics.map(({ message, range }) => `${file}:${range.start.line + 1}: ${message}`));
}
console.log(JSON.stringify(found));
