import { waysOut } from "../client/graph";
import { newId } from "../client/outbox";
import type { Drop } from "../context";
import { type Entry, FLOW } from "../palette/entries";
import type { AddState, Node, View } from "../protocol.gen";
import { GAP_DOWN, PADDING, START_SPACE, TITLE } from "../states.gen";
import type { Translate } from "../words";
import type { CanvasEdge } from "./edges";
import { deepest, type Point, rectangles } from "./geometry";
import { distance, segments } from "./line";
import { isScope } from "./nodes";

const REACH = 16;

/** Where a new state dropped at a point of the canvas would land. */
export function dropAt(view: View, edges: CanvasEdge[], point: Point): Drop {
  const arrow = edges.find(({ data }) => data && isNear(data.line, point));
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

/** The new state that a drop makes, its middle under the pointer. */
export function dropped(
  view: View,
  entry: Entry,
  { edge, scope }: Drop,
  point: Point,
  words: Translate,
): AddState {
  const parent = scope ? rectangles(view).get(scope) : undefined;
  const x = Math.round(point.x - entry.width / 2 - (parent?.x ?? 0));
  const y = Math.round(point.y - entry.height / 2 - (parent?.y ?? 0));
  const place = parent ? { x: Math.max(PADDING, x), y: Math.max(TITLE + START_SPACE, y) } : { x, y };
  return addition(view, entry, words, { edge, scope: scope ?? "", ...place, after: null });
}

/** The new state that follows the selected one, or the flow's only open end; else it stands aside. */
export function appended(view: View, entry: Entry, selected: string | undefined, words: Translate): AddState {
  const after = (selected && view.nodes[selected]) || onlyEnd(view);
  if (!after || waysOut(after.type).length === 0) {
    const scope = after?.parent ?? "";
    return addition(view, entry, words, { scope, ...aside(view, scope), edge: null, after: null });
  }
  const x = Math.round(after.x + (after.width - entry.width) / 2);
  const y = after.y + after.height + GAP_DOWN;
  return addition(view, entry, words, { scope: after.parent, x, y, edge: null, after: after.id });
}

function aside(view: View, scope: string): Point {
  const inner = scope ? { x: PADDING, y: TITLE } : { x: 0, y: 0 };
  const right = inScope(view, scope).map((node) => node.x + node.width + GAP_DOWN);
  return { x: Math.max(inner.x, ...right), y: inner.y + START_SPACE };
}

function onlyEnd(view: View): Node | undefined {
  const goingOn = new Set(Object.values(view.edges).map((edge) => `${edge.source}:${edge.kind}`));
  const open = inScope(view, "").filter((node) => {
    const way = waysOut(node.type)[0];
    return way && !goingOn.has(`${node.id}:${way}`);
  });
  return open.length === 1 ? open[0] : undefined;
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
