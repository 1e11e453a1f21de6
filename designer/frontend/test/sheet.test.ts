import { expect, test } from "vitest";
import { fitting, withOption } from "../src/sheet/offered";
import type { Column, Row, Sheet } from "../src/sheet/protocol.gen";
import { shownRows } from "../src/sheet/rows";
import { fromTsv, toTsv } from "../src/sheet/tsv";

const CHOICE: Column = {
  id: "money",
  title: "",
  help: "",
  kind: "choice",
  options: ["受け取る", "返す"],
  width: 9,
};
const NAMES: Column = { ...CHOICE, id: "errors", kind: "names" };
const TEXT: Column = { ...CHOICE, id: "what", kind: "text", options: [] };

test("cells go to a spreadsheet and come back", () => {
  const rows = [
    ["a", "two\nlines", ""],
    ['say "x"', "tab\there", "z"],
  ];
  expect(fromTsv(toTsv(rows))).toEqual(rows);
  expect(fromTsv("a\tb\r\nc\r\n")).toEqual([["a", "b"], ["c"]]);
  expect(fromTsv("")).toEqual([[""]]);
  expect(fromTsv('"open\tb')).toEqual([['"open', "b"]]);
});

test("a choice is found by its number and by a part of it, a name by the last one typed", () => {
  expect(fitting(CHOICE, CHOICE.options, "2")).toEqual(["返す"]);
  expect(fitting(CHOICE, CHOICE.options, "取")).toEqual(["受け取る"]);
  expect(fitting(NAMES, ["States.Timeout", "Lambda.X"], "Lambda.X、time")).toEqual(["States.Timeout"]);
  expect(withOption(NAMES, "Lambda.X, ti", "States.Timeout")).toBe("Lambda.X, States.Timeout, ");
});

test("edits are shown until Python has them, and a new row is followed by another", () => {
  const row: Row = { id: "u/0", cells: [""], locked: [], depth: 0, uid: "u", is_new: true, offers: "" };
  const sheet: Sheet = { id: "failures", title: "", columns: [TEXT], rows: [row], offers: {} };
  const cells = (id: string, text: string) => [{ row: id, column: "what", text, anchor: "" }];
  const write = (number: number, id: string, text: string) =>
    ({ number, kind: "write", sheet: "failures", cells: cells(id, text) }) as const;
  const shown = shownRows(sheet, [write(1, "u/0", "a"), write(2, "u/1", "b")]);
  expect(shown.map(({ id, cells, is_new }) => [id, cells[0], is_new])).toEqual([
    ["u/0", "a", false],
    ["u/1", "b", false],
    ["u/2", "", true],
  ]);
  const removed = shownRows(sheet, [write(1, "u/0", "a"), { ...write(2, "u/0", ""), kind: "remove" }]);
  expect(removed.map(({ id }) => id)).toEqual(["u/1"]);
});
