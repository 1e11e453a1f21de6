// Times one validator of npm on a file: node peer.cjs NAME FILE. Prints {setup, errors, busy, found}, in seconds.
const { readFileSync } = require("node:fs");

const PEERS = {
  "@wmfs/statelint": () => {
    const linter = require("@wmfs/statelint")();
    return (text) => linter.validate(JSON.parse(text));
  },
  "asl-validator": () => {
    const validate = require("asl-validator");
    return (text) => validate(JSON.parse(text)).errors;
  },
  "amazon-states-language-service": () => {
    const { getLanguageService, TextDocument } = require("amazon-states-language-service");
    const service = getLanguageService({});
    return (text) => {
      const document = TextDocument.create("file:///flow.asl.json", "asl", 1, text);
      return service.doValidation(document, service.parseJSONDocument(document));
    };
  },
};

async function main([name, file]) {
  const started = performance.now();
  const validate = PEERS[name]();
  await validate('{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}');
  const ready = performance.now();
  const text = readFileSync(file, "utf8");
  const idle = process.cpuUsage();
  const begun = performance.now();
  const found = await validate(text);
  const done = performance.now();
  const { user, system } = process.cpuUsage(idle);
  const times = { setup: (ready - started) / 1e3, errors: (done - begun) / 1e3, busy: (user + system) / 1e6 };
  console.log(JSON.stringify({ ...times, found: found.length }));
}

main(process.argv.slice(2));
