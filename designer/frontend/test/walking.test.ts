import { expect, test } from "vitest";
import { firstState, neighbour } from "../src/canvas/model/walking";
import { sample, state } from "./sample";

const view = {
  ...sample(["A", "B"], ["start start A", "A next B"]),
  nodes: {
    A: state("A", 0),
    Each: state("Each", 1, { type: "Map", width: 268, height: 200 }),
    In: state("In", 0, { parent: "Each", x: 24, y: 96 }),
    Beside: state("Beside", 1, { x: 400 }),
    B: state("B", 3),
  },
};

test("the keyboard comes in at the start", () => {
  expect(firstState(view)).toBe("A");
});

test("a container is met before what is in it, and that before what follows", () => {
  const way = ["A"];
  for (let at: string | undefined = "A"; at; at = neighbour(view, at, "down")) if (at !== "A") way.push(at);
  expect(way).toEqual(["A", "Each", "In", "B"]);
});

test("what is straight on comes before what is aside", () => {
  expect(neighbour(view, "A", "down")).toBe("Each");
  expect(neighbour(view, "Each", "right")).toBe("Beside");
  expect(neighbour(view, "Beside", "left")).toBe("Each");
});

test("where nothing lies in a direction, there is no neighbour", () => {
  expect(neighbour(view, "A", "up")).toBeUndefined();
  expect(neighbour(view, "gone", "up")).toBeUndefined();
});
