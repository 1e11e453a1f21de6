// Runs the machine that writes a notification, with AWS's own JSONata: what it publishes in each case.
// usage: node notifier.mjs FILE; the file has a list of { definition, input, pages, failing }, where `pages`
// are the answers of getExecutionHistory and `failing` the calls that fail ("history", "publish").
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const jsonata = createRequire(import.meta.url)("jsonata");

async function evaluated(value, states, variables) {
  if (typeof value === "string" && value.startsWith("{%") && value.endsWith("%}")) {
    const result = await jsonata(value.slice(2, -2)).evaluate(null, { ...variables, states });
    if (result === undefined) throw new Error(`nothing: ${value}`);
    return JSON.parse(JSON.stringify(result));
  }
  if (Array.isArray(value)) return Promise.all(value.map((item) => evaluated(item, states, variables)));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(async ([key, item]) => [key, await evaluated(item, states, variables)]);
  return Object.fromEntries(await Promise.all(entries));
}

function answer(resource, request, run) {
  const call = resource.endsWith(":sns:publish") ? "publish" : "history";
  const at = run.failing.indexOf(call);
  if (at >= 0) {
    run.failing.splice(at, 1);
    throw new Error(call);
  }
  if (call === "publish") {
    run.published.push(request);
    return {};
  }
  const page = Number(request.NextToken ?? 0);
  const next = page + 1 < run.pages.length ? { NextToken: String(page + 1) } : {};
  return { Events: run.pages[page], ...next };
}

async function execute({ definition, input, pages, failing }) {
  const run = { pages, failing: [...(failing ?? [])], published: [] };
  let variables = {};
  let current = input;
  for (let name = definition.StartAt; name; ) {
    const state = definition.States[name];
    const states = { input: current };
    let next = state.Next;
    try {
      if (state.Type === "Choice") {
        next = state.Default;
        for (const rule of state.Choices) {
          if (await evaluated(rule.Condition, states, variables)) {
            next = rule.Next;
            break;
          }
        }
      }
      if (state.Type === "Task") {
        states.result = answer(state.Resource, await evaluated(state.Arguments, states, variables), run);
      }
      const assigned = await evaluated(state.Assign ?? {}, states, variables);
      if (state.Output !== undefined) current = await evaluated(state.Output, states, variables);
      variables = { ...variables, ...assigned };
    } catch (error) {
      if (!state.Catch) throw error;
      next = state.Catch[0].Next;
      current = state.Catch[0].Output;
    }
    name = next;
  }
  return run.published;
}

const cases = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(await Promise.all(cases.map(execute))));
