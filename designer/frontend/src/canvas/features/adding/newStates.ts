import { newId } from "../../../shared/newId";
import type { Translate } from "../../base/words";
import { freePlace, inScope, openEnds } from "../../flow/dropping";
import { isScope } from "../../flow/nodes";
import { type Entry, FLOW } from "../../model/entries";
import { transitionKinds } from "../../model/graph";
import { inside } from "../../model/makeRoom";
import type { AddState, EdgeKind, Node, View } from "../../protocol/protocol.gen";
import { GAP_ACROSS, GAP_DOWN, PADDING, SIZES, START_SPACE, TITLE } from "../../protocol/states.gen";
import { centre, overlap, type Point, type Rect, rectangles } from "../../routing/geometry";
import type { Drop, LooseEnd } from "../../tools/context";

const SNAP = 80;
/** The gap beside a state in which the label of an error's edge has room. */
const ASIDE = 2 * GAP_ACROSS;

type Size = Pick<Rect, "width" | "height">;

/**
 * The intent for a dropped state: its middle is under the pointer, or it stands below the state that it
 * follows.
 */
export function dropped(view: View, entry: Entry, drop: Drop, point: Point, words: Translate): AddState {
  const { edge, after } = drop;
  const scope = drop.scope ?? "";
  const corner = rectangles(view).get(scope) ?? { x: 0, y: 0 };
  const x = Math.round(point.x - corner.x - entry.width / 2);
  const y = Math.round(point.y - corner.y - entry.height / 2);
  const wanted = inside(scope, { x, y });
  const behind = view.nodes[after ?? (edge && view.edges[edge]?.source) ?? ""];
  const isBeside = behind?.parent === scope;
  const place = isBeside ? below(behind, entry, wanted) : freePlace(view, scope, { ...entry, ...wanted });
  return addition(view, entry, words, { edge, scope, ...place, after });
}

/** The intent for a new state at the end of an edge that was drawn to a free place. */
export function drawnTo(view: View, entry: Entry, loose: LooseEnd, words: Translate): AddState {
  const { kind, after, scope, point } = loose;
  const corner = rectangles(view).get(scope) ?? { x: 0, y: 0 };
  const x = Math.round(point.x - corner.x - entry.width / 2);
  const place = freePlace(view, scope, {
    ...entry,
    ...inside(scope, { x, y: Math.round(point.y - corner.y) }),
  });
  return addition(view, entry, words, { edge: null, scope, ...place, after, way: kind });
}

/** Straight below the state where that is about the wanted place, and never too close to it. */
function below(behind: Node, entry: Entry, wanted: Point): Point {
  const straight = Math.round(centre(behind).x - entry.width / 2);
  const x = Math.abs(straight - wanted.x) < SNAP ? straight : wanted.x;
  return { x, y: Math.max(wanted.y, behind.y + behind.height + GAP_DOWN) };
}

/**
 * The new state that comes into the selected container as long as that has a scope without states; else it
 * follows the selected state, or the flow's only open end; else it stands aside.
 */
export function appended(view: View, entry: Entry, selected: string | undefined, words: Translate): AddState {
  return addition(view, entry, words, { ...appendPlace(view, entry, selected), edge: null });
}

/** The place of a state of that size that is appended: its scope, the state that it follows, its position. */
export function appendPlace(
  view: View,
  { width, height }: Size,
  selected: string | undefined,
): Pick<AddState, "scope" | "x" | "y" | "after"> {
  const empty = emptyScope(view, selected);
  if (empty) return { scope: empty, x: PADDING, y: TITLE + START_SPACE, after: null };
  const ends = openEnds(view, "");
  const after = (selected && view.nodes[selected]) || (ends.length === 1 ? ends[0] : undefined);
  const scope = after?.parent ?? "";
  if (!after || transitionKinds(after.type).length === 0)
    return { scope, ...aside(view, scope), after: null };
  const x = Math.round(centre(after).x - width / 2);
  const place = { x, y: after.y + after.height + GAP_DOWN, width, height };
  const isRule = after.type === "Choice";
  const { x: left, y: top } = isRule ? freeToTheRight(view, scope, place) : place;
  return { scope, x: left, y: top, after: after.id };
}

/** The place to the right in the same row where the box covers no state. */
function freeToTheRight(view: View, scope: string, wanted: Rect): Rect {
  const covered = inScope(view, scope).filter((node) => overlap(node, wanted));
  if (covered.length === 0) return wanted;
  const x = Math.max(...covered.map((node) => node.x + node.width)) + GAP_ACROSS;
  return freeToTheRight(view, scope, { ...wanted, x });
}

/** The place of the target of a new edge from a state: that of an error stands beside it, others below. */
export function targetPlace(from: Rect, kind: EdgeKind): Point {
  if (kind !== "catch") return { x: centre(from).x, y: from.y + from.height + GAP_DOWN };
  return { x: from.x + from.width + ASIDE + SIZES.Task.width / 2, y: from.y };
}

function emptyScope(view: View, id: string | undefined): string | undefined {
  const branches = Object.values(view.nodes).filter(({ type, parent }) => type === "Branch" && parent === id);
  const scopes = id && isScope(view.nodes[id]) ? [id] : branches.map((branch) => branch.id);
  return scopes.find((scope) => inScope(view, scope).length === 0);
}

function aside(view: View, scope: string): Point {
  const inner = scope ? { x: PADDING, y: TITLE } : { x: 0, y: 0 };
  const right = inScope(view, scope).map((node) => node.x + node.width + GAP_DOWN);
  return { x: Math.max(inner.x, ...right), y: inner.y + START_SPACE };
}

function addition(
  view: View,
  entry: Entry,
  words: Translate,
  where: Omit<AddState, "kind" | "uid" | "name" | "template" | "way"> & Partial<Pick<AddState, "way">>,
): AddState {
  const name = freeName(view, entryName(entry, words));
  return { kind: "add-state", uid: newId(), name, template: entry.template, way: null, ...where };
}

export function entryName(entry: Entry, words: Translate): string {
  if (entry.title) return entry.title;
  return FLOW.includes(entry) ? words(`type.${entry.type}`) : words(`palette.${entry.template}`);
}

/** State names are unique in the whole machine. */
export function freeName(view: View, wanted: string): string {
  const names = new Set(Object.values(view.nodes).map((node) => node.name));
  let name = wanted;
  for (let count = 2; names.has(name); count += 1) name = `${wanted} ${count}`;
  return name;
}
