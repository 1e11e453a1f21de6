import { leaving, waysOut } from "../client/graph";
import { newId } from "../client/outbox";
import type { Drop } from "../context";
import { type Entry, FLOW } from "../palette/entries";
import type { AddState, Node, View } from "../protocol.gen";
import { PADDING, START_SPACE, TITLE } from "../sizes.gen";
import type { Translate } from "../words";
import { flowEdges } from "./edges";
import { deepest, overlap, type Point, type Rect, rectangles } from "./geometry";
import { isScope } from "./nodes";
import { distance, segments } from "./route";

const REACH = 16;
const GAP = 64;

/** Where a new state dropped at a point of the canvas would land. */
export function dropAt(view: View, point: Point): Drop {
  const arrow = flowEdges(view, "").find(
    ({ data }) => data && data.edge.kind !== "start" && isNear(data.line, point),
  );
  if (arrow?.data) return { edge: arrow.id, scope: view.nodes[arrow.target]?.parent ?? "" };
  const scope = deepest(view, rectangles(view), point, (id) => isScope(view.nodes[id]));
  return { edge: null, scope: scope ?? "" };
}

function isNear(line: Point[], point: Point): boolean {
  return segments(line).some(([from, to]) => {
    const whole = distance(from, to) ** 2 || 1;
    const share = ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / whole;
    const held = Math.max(0, Math.min(1, share));
    const nearest = { x: from.x + held * (to.x - from.x), y: from.y + held * (to.y - from.y) };
    return distance(point, nearest) < REACH;
  });
}

/** The new state that a drop at a point makes, its middle under the pointer. */
export function dropped(view: View, entry: Entry, point: Point, words: Translate): AddState {
  const { edge, scope } = dropAt(view, point);
  const parent = scope ? rectangles(view).get(scope) : undefined;
  const x = point.x - entry.width / 2 - (parent?.x ?? 0);
  const y = point.y - entry.height / 2 - (parent?.y ?? 0);
  const place = parent ? { x: Math.max(PADDING, x), y: Math.max(TITLE + START_SPACE, y) } : { x, y };
  return addition(view, entry, words, { edge, scope: scope ?? "", ...place, after: null });
}

/** The new state that follows the selected one, or the flow's only open end. */
export function appended(view: View, entry: Entry, selected: string | undefined, words: Translate): AddState {
  const after = (selected && view.nodes[selected]) || onlyEnd(view);
  if (!after) {
    const x = Math.max(0, ...inScope(view, "").map((node) => node.x + node.width + GAP));
    return addition(view, entry, words, { scope: "", x, y: 0, edge: null, after: null });
  }
  const x = after.x + (after.width - entry.width) / 2;
  const y = after.y + after.height + GAP;
  const place = free(view, after.parent, { x, y, width: entry.width, height: entry.height });
  const follows = waysOut(after.type).length > 0 ? after.id : null;
  return addition(view, entry, words, { scope: after.parent, ...place, edge: null, after: follows });
}

function onlyEnd(view: View): Node | undefined {
  const open = inScope(view, "").filter((node) => {
    const way = waysOut(node.type)[0];
    return way && leaving(view, node.id, way).length === 0;
  });
  return open.length === 1 ? open[0] : undefined;
}

function free(view: View, scope: string, wanted: Rect): Point {
  const hit = inScope(view, scope).find((node) => overlap(node, wanted));
  return hit
    ? free(view, scope, { ...wanted, x: hit.x + hit.width + PADDING })
    : { x: wanted.x, y: wanted.y };
}

function inScope(view: View, scope: string): Node[] {
  return Object.values(view.nodes).filter((node) => node.parent === scope);
}

function addition(
  view: View,
  entry: Entry,
  words: Translate,
  where: Pick<AddState, "scope" | "x" | "y" | "edge" | "after">,
): AddState {
  const name = freeName(view, entryName(entry, words));
  return { kind: "add-state", uid: newId(), name, template: entry.template, ...where };
}

export function entryName(entry: Entry, words: Translate): string {
  return FLOW.includes(entry) ? words(`type.${entry.type}`) : words(`palette.${entry.template}`);
}

/** State names are unique in the whole machine. */
function freeName(view: View, wanted: string): string {
  const names = new Set(Object.values(view.nodes).map((node) => node.name));
  let name = wanted;
  for (let count = 2; names.has(name); count += 1) name = `${wanted} ${count}`;
  return name;
}
