// Times the run of a definition in aws-local-stepfunctions, and prints {setup, run, busy}, in seconds.
import { readFileSync } from "node:fs";

const started = performance.now();
const { StateMachine } = await import("aws-local-stepfunctions");
const play = (definition) => new StateMachine(definition).run({}).result;

await play({ StartAt: "A", States: { A: { Type: "Pass", End: true } } });
const ready = performance.now();
const definition = JSON.parse(readFileSync(process.argv[2], "utf8"));
const idle = process.cpuUsage();
const begun = performance.now();
await play(definition);
const done = performance.now();
const { user, system } = process.cpuUsage(idle);
console.log(JSON.stringify({ setup: (ready - started) / 1e3, run: (done - begun) / 1e3, busy: (user + system) / 1e6 }));
