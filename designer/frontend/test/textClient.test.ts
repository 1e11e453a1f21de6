import { ChangeSet } from "@codemirror/state";
import { beforeEach, expect, test, vi } from "vitest";
import type { Answer, Outbox } from "../src/code_editor/protocol.gen";
import { TextClient } from "../src/code_editor/textClient";

const FLOW = "one\ntwo\nthree\nfour\n";

let client: TextClient;
let sent: Outbox[];

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  client = listened(new TextClient(null));
  client.receive(answer(FLOW));
});

function listened(other: TextClient): TextClient {
  other.connect((outbox) => sent.push(outbox));
  return other;
}

function answer(text: string | null, rest: Partial<Answer> = {}): Answer {
  const client = sent.at(-1)?.client ?? "";
  return {
    workflow: "w",
    format: "json",
    client,
    acknowledged: 0,
    refused: "",
    digest: text ?? "",
    text,
    markers: [],
    state_ranges: [],
    selected: "",
    token: "",
    language: "en",
    ...rest,
  };
}

function type(old: string, text: string): void {
  const from = client.text.toString().indexOf(old);
  client.type(ChangeSet.of({ from, to: from + old.length, insert: text }, client.text.length));
}

test("what was typed is sent as what changed in the text it was typed into", () => {
  type("two", "2");
  client.flush();
  expect(sent.at(-1)?.submission).toEqual({
    number: 1,
    base: FLOW,
    changes: [{ start: 4, end: 7, text: "2" }],
  });
});

test("one submission is on its way at a time, and the next one holds all that was typed since", () => {
  type("two", "2");
  client.flush();
  type("three", "3");
  type("four", "4");
  client.flush();
  expect(sent.length).toBe(1);
  client.receive(answer(FLOW.replace("two", "2"), { acknowledged: 1 }));
  client.flush();
  expect(sent.at(-1)?.submission).toMatchObject({ number: 2, base: FLOW.replace("two", "2") });
  expect(sent.at(-1)?.submission?.changes.map(({ text }) => text)).toEqual(["3", "4"]);
});

test("a submission that is not answered is sent again, and no two outboxes are alike", () => {
  type("two", "2");
  client.flush();
  vi.advanceTimersByTime(10_000);
  expect(sent.length).toBe(3);
  expect(new Set(sent.map(({ submission }) => submission?.number))).toEqual(new Set([1]));
  expect(new Set(sent.map((outbox) => JSON.stringify(outbox))).size).toBe(3);
});

test("another text is shown where nothing was typed", () => {
  const changes = client.receive(answer(FLOW.replace("three", "3")));
  expect(changes?.toJSON()).toEqual([8, [5, "3"], 6]);
  expect(client.text.toString()).toBe(FLOW.replace("three", "3"));
});

test("another text waits while there is something typed", () => {
  type("two", "2");
  expect(client.receive(answer(FLOW.replace("four", "4")))).toBeNull();
  client.flush();
  expect(sent.at(-1)?.submission?.base).toBe(FLOW);
  client.receive(answer("one\n2\nthree\n4\n", { acknowledged: 1 }));
  expect(client.text.toString()).toBe("one\n2\nthree\n4\n");
  expect(client.isSettled).toBe(true);
});

test("what was typed since the submission stands on the answer to it", () => {
  type("two", "2");
  client.flush();
  type("one", "1");
  client.receive(answer("one\n2\nthree\n4\n", { acknowledged: 1 }));
  expect(client.text.toString()).toBe("1\n2\nthree\n4\n");
});

test("text that cannot be read stays, and is sent whole with what is typed next", () => {
  type("two", ": :");
  client.flush();
  client.receive(answer(FLOW, { acknowledged: 1, refused: "unreadable" }));
  expect(client.text.toString()).toBe(FLOW.replace("two", ": :"));
  type(": :", "2");
  client.flush();
  expect(sent.at(-1)?.submission).toEqual({
    number: 2,
    base: FLOW,
    changes: [{ start: 4, end: 7, text: "2" }],
  });
});

test("in a conflict the person's text stays until one of the two is chosen", () => {
  const theirs = FLOW.replace("two", "deux");
  const meet = () => {
    type("two", "2");
    client.flush();
    client.receive(answer(theirs, { acknowledged: sent.length, refused: "conflict" }));
    expect(client.text.toString()).toBe(FLOW.replace("two", "2"));
  };
  meet();
  client.flush();
  expect(sent.length).toBe(1);
  client.choose("mine");
  expect(sent.at(-1)?.submission).toMatchObject({ number: 2, base: theirs });
  client.receive(answer(FLOW, { acknowledged: 2 }));
  sent = [];
  client = listened(new TextClient(null));
  client.receive(answer(FLOW));
  meet();
  expect(client.choose("theirs")).not.toBeNull();
  expect(client.text.toString()).toBe(theirs);
  expect(client.isSettled).toBe(true);
});

test("what was changed in other places stays when the person's text is chosen", () => {
  type("two", "2");
  client.flush();
  client.receive(answer("one\ndeux\nthree\nquatre\n", { acknowledged: 1, refused: "conflict" }));
  client.choose("mine");
  expect(client.text.toString()).toBe("one\n2\nthree\nquatre\n");
  expect(sent.at(-1)?.submission?.changes).toEqual([{ start: 4, end: 8, text: "2" }]);
});

test("what was typed since the submission, and meets the answer to it, is asked about", () => {
  type("two", "2");
  client.flush();
  type("four", "4");
  client.receive(answer("one\n2\nthree\nquatre\n", { acknowledged: 1 }));
  expect(client.theirs).not.toBeNull();
  expect(client.text.toString()).toBe("one\n2\nthree\n4\n");
  client.choose("mine");
  expect(sent.at(-1)?.submission).toMatchObject({ number: 2, base: "one\n2\nthree\nquatre\n" });
});

test("a reload keeps what is on its way and what was typed since", () => {
  type("two", "2");
  client.flush();
  type("one", "1");
  const stored = JSON.parse(JSON.stringify(client.stored));
  client = listened(new TextClient(stored));
  client.receive(answer("one\n2\nthree\nfour\n", { client: "", acknowledged: 0 }));
  expect(client.text.toString()).toBe("1\n2\nthree\nfour\n");
  client.resume();
  expect(sent.at(-1)).toMatchObject({ client: sent[0]?.client, submission: { number: 1, base: FLOW } });
  client.receive(answer("one\n2\nthree\nfour\n", { acknowledged: 1 }));
  expect(client.text.toString()).toBe("1\n2\nthree\nfour\n");
  expect(client.hasMore).toBe(true);
});

test("an answer without its text, which the client does not have, is asked for", () => {
  client.receive(answer(null, { digest: "unknown" }));
  expect(sent.at(-1)).toMatchObject({ seen: FLOW, submission: null });
});
