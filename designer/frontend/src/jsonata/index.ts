import "./base64";
import jsonata from "jsonata";
import { addFunctions } from "./functions";
import { type Random, seeded } from "./random";

type Json = unknown;

/** Values of a template: `field` is its name, `time` the virtual time in milliseconds since 1970. */
interface Request {
  template: Json;
  field: string;
  bindings: Record<string, Json>;
  seed: number;
  time: number;
}

/** The failure of one expression, at a field such as "Output/lines[0]". */
interface Trouble {
  kind: "undefined" | "unsupported" | "thrown";
  expression: string;
  field: string;
  code?: string;
  message?: string;
}

const RealDate = Date;
const MOST_DEPTH = 150;
const MOST_PARSED = 1_000;
const ENTRY = Symbol.for("jsonata.__evaluate_entry");
const EXIT = Symbol.for("jsonata.__evaluate_exit");
const DELIMITED = /^\{%([\s\S]*)%\}$/;
const TYPES = new Set(["string", "number", "boolean", "object"]);

class Failed extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.kind);
  }
}

const parsed = new Map<string, ReturnType<typeof jsonata>>();

/** The answer to a request as JSON: its value, or the trouble of the first expression that failed. */
export async function answer(text: string): Promise<string> {
  const request: Request = JSON.parse(text);
  stopClock(request.time);
  const random = seeded(request.seed);
  Math.random = random;
  try {
    return JSON.stringify({ value: await filled(request.template, request.field, request.bindings, random) });
  } catch (error) {
    if (error instanceof Failed) return JSON.stringify({ trouble: error.trouble });
    throw error;
  }
}

async function filled(
  value: Json,
  field: string,
  bindings: Request["bindings"],
  random: Random,
): Promise<Json> {
  if (typeof value === "string") {
    const inner = DELIMITED.exec(value)?.[1];
    return inner === undefined ? value : evaluated(inner.trim(), field, bindings, random);
  }
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const [index, item] of value.entries()) {
      items.push(await filled(item, `${field}[${index}]`, bindings, random));
    }
    return items;
  }
  if (value === null || typeof value !== "object") return value;
  const members: [string, Json][] = [];
  for (const [key, item] of Object.entries(value)) {
    members.push([key, await filled(item, `${field}/${key}`, bindings, random)]);
  }
  return Object.fromEntries(members);
}

async function evaluated(source: string, field: string, bindings: Request["bindings"], random: Random) {
  const trouble = (kind: Trouble["kind"], more: object = {}) =>
    new Failed({ kind, expression: source, field, ...more });
  let result: Json;
  try {
    const expression = parsed.get(source) ?? jsonata(source);
    if (parsed.size >= MOST_PARSED) parsed.clear();
    parsed.set(source, expression);
    addFunctions(expression, random);
    limitDepth(expression);
    result = await expression.evaluate(undefined, bindings);
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    throw trouble("thrown", { code, message });
  }
  if (result === undefined) throw trouble("undefined");
  if (!isJson(result)) throw trouble("unsupported");
  return withoutInfinity(result);
}

function limitDepth(expression: ReturnType<typeof jsonata>): void {
  let depth = 0;
  const assign = expression.assign as (name: unknown, value: unknown) => void;
  assign(ENTRY, () => {
    depth += 1;
    if (depth > MOST_DEPTH) throw { message: "Stack overflow error: the expression is nested too deeply" };
  });
  assign(EXIT, () => {
    depth -= 1;
  });
}

function isJson(value: Json): boolean {
  return TYPES.has(typeof value) && !(value as { _jsonata_lambda?: boolean } | null)?._jsonata_lambda;
}

/** The service writes a number that is not finite as text. */
function withoutInfinity(value: Json): Json {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.map(withoutInfinity);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutInfinity(item)]));
}

/** Let the clock stand at `time`, so that a run gives the same values again. */
function stopClock(time: number): void {
  const Stopped = class extends RealDate {
    constructor(...values: unknown[]) {
      super(...((values.length > 0 ? values : [time]) as [number]));
    }
    static override now = () => time;
  };
  globalThis.Date = Stopped as DateConstructor;
}
