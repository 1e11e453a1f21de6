import patterns from "virtual:patterns";
import type { Language } from "../base/words";
import type { ServiceAction, StateType } from "../protocol/protocol.gen";
import { BRANCH_GAP, PADDING, SIZES, TITLE } from "../protocol/states.gen";

/** The size of a Parallel with two empty branches. */
const NEW_PARALLEL = {
  width: 2 * SIZES.Map.width + BRANCH_GAP + 2 * PADDING,
  height: TITLE + SIZES.Map.height + PADDING,
};

/** The state that a palette entry makes; `template` is its name in the protocol. */
export interface Entry {
  template: string;
  type: StateType;
  service: string;
  resource: string;
  width: number;
  height: number;
  /** Its name where the words of the screen have none for it. */
  title?: string;
  /** The ASL text of a ready-made flow. */
  text?: string;
}

export const FLOW: Entry[] = [
  flow("Pass"),
  flow("Choice"),
  { ...flow("Parallel"), ...NEW_PARALLEL },
  flow("Map"),
  flow("Wait"),
  flow("Succeed"),
  flow("Fail"),
];

export const FAVOURITES: Entry[] = [
  task("lambda", "invoke", "Lambda FunctionName"),
  task("dynamodb", "getItem", "DynamoDB getItem"),
  task("dynamodb", "putItem", "DynamoDB putItem"),
  task("dynamodb", "updateItem", "DynamoDB updateItem"),
  task("dynamodb", "deleteItem", "DynamoDB deleteItem"),
  task("sns", "publish", "SNS publish"),
  task("sqs", "sendMessage", "SQS sendMessage"),
  task("states", "startExecution", "Step Functions startExecution"),
  task("events", "putEvents", "EventBridge putEvents"),
  task("http", "invoke", "HTTP"),
];

/** All states and actions that are offered by name; the usual one first. */
export const EVERY: Entry[] = [...FAVOURITES.slice(0, 1), ...FLOW, ...FAVOURITES.slice(1)];

/** The ready-made flows, by language. */
export const PATTERNS: Record<Language, Entry[]> = {
  ja: patterns.ja.map(flowOf),
  en: patterns.en.map(flowOf),
};

const BY_TEMPLATE = new Map([...FLOW, ...FAVOURITES].map((entry) => [entry.template, entry]));

export function entry(template: string): Entry {
  const [action = "", service = ""] = template.split(":").reverse();
  return BY_TEMPLATE.get(template) ?? { ...task(service, action, `${service} ${action}`), template };
}

/** The entry of an action from a search result. */
export function foundEntry({ template, service, name }: ServiceAction): Entry {
  return { template, type: "Task", service, resource: name, title: name, ...SIZES.Task };
}

/** Tells if an entry is among the favourites. */
export function isFavourite({ template }: Entry): boolean {
  return FAVOURITES.some((entry) => entry.template === template);
}

function flowOf({ key, title, text }: { key: string; title: string; text: string }): Entry {
  return { template: `pattern:${key}`, type: "Task", service: "", resource: "", title, text, ...SIZES.Task };
}

function flow(type: StateType): Entry {
  return { template: type, type, service: "", resource: "", ...SIZES[type] };
}

function task(service: string, action: string, resource: string): Entry {
  return { template: `${service}:${action}`, type: "Task", service, resource, ...SIZES.Task };
}
