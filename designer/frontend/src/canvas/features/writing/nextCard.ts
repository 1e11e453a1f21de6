import { newId } from "../../../shared/newId";
import { cardNode, isFailure, isFlow, leadsOn } from "../../model/cards";
import { arriving, leaving } from "../../model/graph";
import { madeRoom } from "../../model/makeRoom";
import { nearestFree } from "../../model/space";
import type { AddCards, CardType, Edge, Node, Place, View } from "../../protocol/protocol.gen";
import { GAP_ACROSS, GAP_DOWN, SIZES } from "../../protocol/states.gen";
import { centre, overlap, type Point, type Rect } from "../../routing/geometry";
import type { Draft } from "../../tools/context";
import type { Wanted } from "../../tools/writing";

/** The room for an answer on the arrow between two cards. */
const LABEL_ROOM = 40;
const WAYS_OF_A_DECISION = 2;

/**
 * The draft of the next card, of the usual kind where none is chosen.
 *
 * Below a card that leads on to one other, it comes between the two. What follows a table follows the card that
 * uses the table; what follows an end is the other way from the card before it that has one to give yet.
 */
export function draftOf(view: View, wanted: Wanted, before: string): Draft {
  const uid = newId();
  const type = wanted.type ?? usualType(view);
  const way = wanted.way ?? "below";
  const origin = view.nodes[wanted.after ?? ""];
  const from = origin && type !== "note" ? followed(view, origin) : undefined;
  const size = SIZES[type];
  const draft = { uid, after: wanted.after ?? "", before, way, isChosen: wanted.type !== undefined };
  const card = { uid, card_kind: type, text: "" };
  const intent = (place: Point, rest: Partial<AddCards> = {}): AddCards => ({
    kind: "add-cards",
    cards: [{ ...card, x: Math.round(place.x), y: Math.round(place.y) }],
    arrows: from ? [{ uid: newId(), source: from.id, target: uid, label: "" }] : [],
    redirected: [],
    moved: [],
    ...rest,
  });
  if (wanted.point) {
    const at = { x: wanted.point.x - size.width / 2, y: wanted.point.y - size.height / 2 };
    return { ...draft, intent: intent(free(view, { ...at, ...size })) };
  }
  if (!origin) return { ...draft, intent: intent(free(view, { ...lonely(view), ...size })) };
  const isBetween = way === "below" && leadsOn(type) && type !== "table" && leadsOn(origin.type);
  const into = from && isBetween && onlyWayOn(view, from);
  if (from && into) return { ...draft, intent: inserted(view, intent, from, into, { uid, type }) };
  const isAside = way === "beside" || type === "table" || type === "note";
  const place = isAside ? besides(view, from ?? origin, size) : below(view, from ?? origin, size);
  return { ...draft, intent: intent(place) };
}

/** A further way from the card before this one; of what stands alone, another card beside it. */
export function siblingOf(view: View, id: string): Wanted {
  const arrow = arriving(view, id).find(({ kind }) => isFlow(kind));
  return { after: arrow?.source ?? id, way: "beside" };
}

/** The card that has the arrow to the next one. */
function followed(view: View, card: Node): Node | undefined {
  if (card.type === "table") {
    const user = arriving(view, card.id)[0]?.source ?? leaving(view, card.id, "reads")[0]?.target;
    return view.nodes[user ?? ""] ?? card;
  }
  if (card.type === "note") return undefined;
  return leadsOn(card.type) ? card : open(view, card.id);
}

/** The nearest card before an end that has a way to give yet. */
function open(view: View, id: string): Node | undefined {
  const seen = new Set([id]);
  for (const at of seen) {
    const node = view.nodes[at];
    if (node && at !== id && isOpen(view, node)) return node;
    for (const { source } of arriving(view, at)) seen.add(source);
  }
  return undefined;
}

/** Tells if a decision has an answer to give yet, or another card leads on by one way alone, with words on it. */
function isOpen(view: View, { id, type }: Node): boolean {
  if (type === "decision") return leaving(view, id, "choice", "writes").length < WAYS_OF_A_DECISION;
  const [way, ...others] = leaving(view, id, "next");
  return way !== undefined && way.engineering !== "" && others.length === 0;
}

function onlyWayOn(view: View, from: Node): Edge | undefined {
  const [way, ...others] = leaving(view, from.id, "next");
  return way && others.length === 0 && !isFailure(way.engineering) ? way : undefined;
}

function inserted(
  view: View,
  intent: (place: Point, rest: Partial<AddCards>) => AddCards,
  from: Node,
  into: Edge,
  { uid, type }: { uid: string; type: CardType },
): AddCards {
  const { width } = SIZES[type];
  const wanted = { x: Math.round(centre(from).x - width / 2), y: from.y + from.height + GAP_DOWN };
  const node = cardNode({ uid, card_kind: type, text: "", ...wanted });
  const after = madeRoom(view, node, from, into.target);
  const moved = Object.values(after.nodes).flatMap((other): Place[] => {
    const old = view.nodes[other.id];
    const stays = !old || (old.x === other.x && old.y === other.y);
    return stays ? [] : [{ uid: other.id, x: other.x, y: other.y }];
  });
  const arrow = { uid: newId(), source: uid, target: into.target, label: "" };
  return intent(after.nodes[uid] ?? wanted, {
    arrows: [arrow],
    redirected: [{ edge: into.id, target: uid }],
    moved,
  });
}

/** Straight below a card; beside what stands there. */
function below(view: View, from: Node, size: Pick<Rect, "width" | "height">): Point {
  const room = from.type === "decision" ? LABEL_ROOM : 0;
  const y = from.y + from.height + GAP_DOWN + room;
  return freeToTheRight(view, { x: centre(from).x - size.width / 2, y, ...size });
}

export function besides(view: View, from: Node, size: Pick<Rect, "width" | "height">): Point {
  const room = from.type === "decision" ? LABEL_ROOM : 0;
  const x = from.x + from.width + GAP_ACROSS + room;
  return freeBelow(view, { x, y: centre(from).y - size.height / 2, ...size });
}

function freeToTheRight(view: View, wanted: Rect): Rect {
  const covered = Object.values(view.nodes).filter((node) => overlap(node, wanted));
  if (covered.length === 0) return wanted;
  const x = Math.max(...covered.map((node) => node.x + node.width)) + GAP_ACROSS;
  return freeToTheRight(view, { ...wanted, x });
}

function freeBelow(view: View, wanted: Rect): Rect {
  const covered = Object.values(view.nodes).filter((node) => overlap(node, wanted));
  if (covered.length === 0) return wanted;
  const y = Math.max(...covered.map((node) => node.y + node.height)) + GAP_DOWN;
  return freeBelow(view, { ...wanted, y });
}

function free(view: View, wanted: Rect): Point {
  return nearestFree(wanted, Object.values(view.nodes));
}

/** The place of a card that follows none: below all. */
function lonely(view: View): Point {
  const nodes = Object.values(view.nodes);
  if (nodes.length === 0) return { x: 0, y: 0 };
  return {
    x: Math.min(...nodes.map(({ x }) => x)),
    y: Math.max(...nodes.map(({ y, height }) => y + height)) + GAP_DOWN,
  };
}

/** A sketch begins with what a customer sees; else a step of one's own is the usual. */
function usualType(view: View): CardType {
  return Object.keys(view.nodes).length === 0 ? "screen" : "step";
}
