import type { StateType } from "../protocol.gen";
import { SIZES } from "../states.gen";

/** What a palette entry makes; `template` names it to Python. */
export interface Entry {
  template: string;
  type: StateType;
  service: string;
  resource: string;
  width: number;
  height: number;
}

export const FLOW: Entry[] = [
  flow("Pass"),
  flow("Choice"),
  flow("Parallel"),
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

/** What is offered where an arrow leads to nothing yet. */
export const OFFERED: Entry[] = [...FAVOURITES.slice(0, 1), ...FLOW];

const BY_TEMPLATE = new Map([...FLOW, ...FAVOURITES].map((entry) => [entry.template, entry]));

export function entry(template: string): Entry {
  const [service = "", action = ""] = template.split(":");
  return BY_TEMPLATE.get(template) ?? task(service, action, `${service} ${action}`);
}

function flow(type: StateType): Entry {
  return { template: type, type, service: "", resource: "", ...SIZES[type] };
}

function task(service: string, action: string, resource: string): Entry {
  return { template: `${service}:${action}`, type: "Task", service, resource, ...SIZES.Task };
}
