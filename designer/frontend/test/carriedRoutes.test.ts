import { expect, test, vi } from "vitest";
import { route } from "../src/canvas/routing/route";
import { routedEdges } from "../src/canvas/routing/routedEdges";
import { sample, state } from "./sample";

vi.mock("../src/canvas/routing/route", async (load) => {
  const routing = await load<typeof import("../src/canvas/routing/route")>();
  return { ...routing, route: vi.fn(routing.route) };
});

test("of 300 states that move together, no edge is routed again but those at the gap", () => {
  const names = Array.from({ length: 300 }, (_, index) => `S${index}`);
  const next = names.slice(1).map((name, index) => `${names[index]} next ${name}`);
  const back = names.slice(5).map((name, index) => `${name} catch ${names[index]}`);
  const view = sample(names, [...next, ...back]);
  const before = routedEdges(view, "");
  vi.mocked(route).mockClear();
  const nodes = Object.fromEntries(
    names.map((name, index) => [name, state(name, 0, { y: index * 120 + (index > 7 ? 160 : 0) })]),
  );
  const after = routedEdges({ ...view, nodes }, "", before);
  expect(vi.mocked(route).mock.calls.length).toBeLessThan(25);
  expect(after.map(({ path }) => path)).toEqual(routedEdges({ ...view, nodes }, "").map(({ path }) => path));
});
