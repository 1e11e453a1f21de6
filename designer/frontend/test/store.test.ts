import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newQueue } from "../src/canvas/client/outbox";
import { CanvasStore } from "../src/canvas/client/store";
import type { Intent, Outbox, Response } from "../src/canvas/protocol/protocol.gen";
import { sample, state } from "./sample";

const rename = (name: string): Intent => ({ kind: "rename-state", uid: "A", name });

function response(more: Partial<Response>): Response {
  return {
    subject: "workflow",
    workflow: "w",
    client: "",
    acknowledged: 0,
    epoch: "e",
    number: 0,
    view: null,
    patches: [],
    language: "en",
    view_mode: "engineering",
    clipboard: null,
    search_result: null,
    reveal: null,
    failure: null,
    run: null,
    breakpoints: [],
    ...more,
  };
}

function named(number: number, name: string): Response["patches"][number] {
  return {
    number,
    nodes: { A: state("A", 0, { name }) },
    edges: {},
    notes: {},
    lanes: {},
    can_undo: true,
    can_redo: false,
  };
}

let sent: Outbox[] = [];
let store: CanvasStore;
const shown = () => store.snapshot().view.nodes.A?.name;
const client = () => store.unsent.client;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  store = new CanvasStore(newQueue());
  store.connect((outbox) => sent.push(outbox));
  store.receive(response({ view: sample(["A"]) }));
});
afterEach(() => vi.useRealTimers());

test("a gesture shows at once", () => {
  store.dispatch(rename("B"));
  expect(shown()).toBe("B");
  expect(sent.at(-1)?.intents).toEqual([{ number: 1, intent: rename("B") }]);
});

test("an outbox holds everything that is not acknowledged", () => {
  store.dispatch(rename("B"));
  store.dispatch(rename("C"));
  expect(sent.at(-1)?.intents.map(({ number }) => number)).toEqual([1, 2]);
});

test("an intent that is shown is not applied again for the next one", () => {
  let reads = 0;
  const counted = {
    ...rename("B"),
    get name() {
      reads += 1;
      return "B";
    },
  } as Intent;
  store.dispatch(counted);
  const first = reads;
  const { view } = store.snapshot();
  store.dispatch({ kind: "select", ids: ["A"] });
  expect(first).toBeGreaterThan(0);
  expect(reads).toBe(first);
  expect(store.snapshot().view).toBe(view);
});

test("what is still pending shows over an answer", () => {
  store.dispatch(rename("B"));
  store.dispatch(rename("C"));
  store.receive(response({ client: client(), acknowledged: 1, number: 1, patches: [named(1, "B")] }));
  expect(shown()).toBe("C");
  expect(store.unsent.pending.map(({ number }) => number)).toEqual([2]);
});

test("what Python refused goes when it is acknowledged", () => {
  store.dispatch(rename("B"));
  store.receive(response({ client: client(), acknowledged: 1 }));
  expect(shown()).toBe("A");
});

test("an answer to another client acknowledges nothing", () => {
  store.dispatch(rename("B"));
  store.receive(response({ client: "other", acknowledged: 1 }));
  expect(store.unsent.pending).toHaveLength(1);
});

test("an old answer changes nothing", () => {
  store.receive(response({ number: 1, patches: [named(1, "B")] }));
  store.receive(response({ number: 0, view: sample(["A"]) }));
  expect(shown()).toBe("B");
});

test("patches that were seen already are passed over", () => {
  store.receive(response({ number: 1, patches: [named(1, "B")] }));
  store.receive(response({ number: 2, patches: [named(1, "B"), named(2, "C")] }));
  expect(shown()).toBe("C");
});

test("at a gap the whole view is asked for, and nothing flickers meanwhile", () => {
  store.dispatch(rename("B"));
  store.receive(response({ client: client(), acknowledged: 1, number: 3, patches: [named(3, "D")] }));
  expect(sent.at(-1)?.seen).toBe(-1);
  expect(shown()).toBe("B");
});

test("another epoch begins with a whole view", () => {
  store.receive(response({ epoch: "f", number: 0, patches: [] }));
  expect(sent.at(-1)?.seen).toBe(-1);
  store.receive(response({ epoch: "f", number: 0, view: sample(["A", "B"]) }));
  expect(Object.keys(store.snapshot().view.nodes)).toEqual(["A", "B"]);
});

test("what is not acknowledged is sent again, less and less often", () => {
  store.dispatch(rename("B"));
  vi.advanceTimersByTime(3000);
  expect(sent.map(({ attempt }) => attempt)).toEqual([0, 1]);
  vi.advanceTimersByTime(6000);
  expect(sent.map(({ attempt }) => attempt)).toEqual([0, 1, 2]);
});

test("what is acknowledged is not sent again", () => {
  store.dispatch(rename("B"));
  store.receive(response({ client: client(), acknowledged: 1, number: 1, patches: [named(1, "B")] }));
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(1);
});

test("after a reload, kept letters go out and are not shown twice", () => {
  store.dispatch({ kind: "add-branch", uid: "A" });
  const reloaded = new CanvasStore(store.unsent);
  reloaded.connect((outbox) => sent.push(outbox));
  reloaded.receive(response({ epoch: "f", view: sample(["A", "A/0"]) }));
  reloaded.resume();
  expect(sent.at(-1)?.intents.map(({ number }) => number)).toEqual([1]);
  expect(Object.keys(reloaded.snapshot().view.nodes)).toEqual(["A", "A/0"]);
});

test("an answer that says what is shown already changes nothing that is drawn", () => {
  store.dispatch(rename("B"));
  const before = store.snapshot().view.nodes;
  store.receive(response({ client: client(), acknowledged: 1, number: 1, patches: [named(1, "B")] }));
  expect(store.snapshot().view.nodes).toBe(before);
});

test("gestures that come before a picture are sent together after it", () => {
  const waiting: (() => void)[] = [];
  store = new CanvasStore(newQueue(), undefined, (act) => waiting.push(act));
  store.connect((outbox) => sent.push(outbox));
  store.receive(response({ view: sample(["A"]) }));
  store.dispatch(rename("B"));
  store.dispatch(rename("C"));
  expect([shown(), sent]).toEqual(["C", []]);
  waiting[0]?.();
  expect(sent.at(-1)?.intents.map(({ number }) => number)).toEqual([1, 2]);
});
