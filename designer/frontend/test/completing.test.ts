import { expect, test } from "vitest";
import { fitting } from "../src/completer/fitting";
import type { Offer } from "../src/shared/completion.gen";

function offers(typed: string, ...names: string[]): Offer[] {
  return names.map((name) => ({ name, text: name, replaced: typed, kind: "field", detail: "", help: "" }));
}

test.each([
  ["", ["sku", "price"], ["sku", "price"]],
  ["pr", ["sku", "unit_price", "price"], ["price", "unit_price"]],
  ["price", ["price", "prices"], ["prices"]],
  ["su", ["$sum", "$states"], ["$sum"]],
  ["在", ["在庫", "sku"], ["在庫"]],
])("what fits %s", (typed, names, wanted) => {
  expect(fitting(offers(typed, ...names)).map(({ name }) => name)).toEqual(wanted);
});
