import { expect, test } from "vitest";
import { translator } from "../src/canvas/base/words";
import { edgeInWords } from "../src/canvas/model/descriptions";
import { newEdge } from "../src/canvas/model/graph";
import { sample, state } from "./sample";

test("an edge is put into words anew only when something in them has changed", () => {
  const view = sample(["A", "B"]);
  const edge = newEdge("A", "next", "B");
  const english = translator("en");
  let count = 0;
  const words: typeof english = (key, values) => {
    count += 1;
    return english(key, values);
  };
  const said = () => edgeInWords(view, "engineering", edge, words);
  expect(said()).toBe(said());
  expect(count).toBe(1);
  view.nodes.B = state("B", 0, { engineering: { ...state("B", 0).engineering, title: "Pay" } });
  expect(said()).toContain("Pay");
  expect(count).toBe(2);
  expect(edgeInWords(view, "engineering", edge, translator("ja"))).not.toBe(said());
});
