import { expect, test } from "vitest";
import { freePlace } from "../src/canvas/flow/dropping";
import { sample } from "./sample";

const COLUMN = sample(["A", "B"], ["start start A", "A next B"]);
const size = { width: 160, height: 52 };

test("a state dropped where there is room stays there", () => {
  expect(freePlace(COLUMN, "", { x: 300, y: 10, ...size })).toEqual({ x: 300, y: 10 });
});

test("a state dropped onto the edge of another goes beside it", () => {
  expect(freePlace(COLUMN, "", { x: 180, y: 10, ...size })).toEqual({ x: 244, y: 10 });
  expect(freePlace(COLUMN, "", { x: -120, y: 10, ...size })).toEqual({ x: -184, y: 10 });
});

test("a state dropped onto the lower edge of another goes below it", () => {
  expect(freePlace(COLUMN, "", { x: 30, y: 170, ...size })).toEqual({ x: 30, y: 232 });
});
