import type { CardType, Edge, EdgeKind, NewArrow, NewCard, Node, View } from "../protocol/protocol.gen";
import { SIZES, TRANSITION_KINDS } from "../protocol/states.gen";
import { caption } from "./captions";
import { noteHeight } from "./notesApart";

/** The kinds of cards, in the order in which they are offered: each is chosen by its number, too. */
export const CARD_TYPES: readonly CardType[] = [
  "screen",
  "step",
  "decision",
  "table",
  "person",
  "external",
  "succeeded",
  "failed",
  "note",
];
const LONGEST_TEXT = 2000;
const LONGEST_LABEL = 200;
/** The rules of `designer/workspace/sketch_actions/shared/lines.py`. */
const QUESTION = /(?:[?？]|[るたいうすのだくむぶぐつ]か。?)\s*$/u;
const ANSWER = /^([^:：→]{1,20}?)\s*(?:[:：]|→|->|=>)\s*(\S[\s\S]*)$/u;
/** Words of a step that fails, at their end; a few of those that `schemas/conversion/words/arrows.py` knows. */
const FAILURES = [
  /(?:失敗|エラー|例外|異常|障害|拒否|拒絶|不可|ダメ|だめ|タイムアウト|時間切れ|期限切れ|NG)(?:なら|だったら|(?:[のし]|され)?た?(?:ら|時|とき|場合)?)$/iu,
  /(?:断わ?られ|(?:でき|出来|うまくいか)[なま]|足りな)[ぁ-ん]{0,6}(?:時|場合)?$/u,
  /^(?:在庫|残高|残り)?が?(?:なし|ない|切れ|不足)$|[売品]り?切れ$/u,
  /\b(?:errors?|fail(?:s|ed|ure|ures)?|timeout|tim(?:es|ed) out|declined|rejected|refused|out of stock|sold out|no stock)$/iu,
];

/** Tells if a node is a card of a sketch. */
export function isCard(type: Node["type"]): type is CardType {
  return (CARD_TYPES as readonly string[]).includes(type);
}

/** The kind of an arrow by its ends: a table that one leads to is written, one that it comes from is read. */
export function arrowKind(source: Node["type"], target: Node["type"]): EdgeKind {
  if ((source === "table") !== (target === "table")) return source === "table" ? "reads" : "writes";
  return source === "decision" ? "choice" : "next";
}

/** Tells if the flow goes on along an edge of that kind. */
export function isFlow(kind: EdgeKind): boolean {
  return kind === "next" || kind === "choice";
}

export function leadsOn(type: Node["type"]): boolean {
  return TRANSITION_KINDS[type].length > 0;
}

/** Tells if an arrow may be drawn: there is one each way between two cards, and none at a note. */
export function mayDraw(view: View, source: string, target: string): boolean {
  const [from, to] = [view.nodes[source], view.nodes[target]];
  if (!from || !to || source === target || !leadsOn(from.type) || to.type === "note") return false;
  return !Object.values(view.edges).some((edge) => edge.source === source && edge.target === target);
}

/** Tells if words ask something, so that they belong on a decision. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text);
}

/** An answer and what follows it, from "yes: charge the card"; without an answer, ["", text]. */
export function parted(text: string): [label: string, words: string] {
  const [, label, words] = ANSWER.exec(text) ?? [];
  return label && words ? [labelText(label), words] : ["", text];
}

/** Tells if words on the way from a step say that it failed. */
export function isFailure(label: string): boolean {
  return FAILURES.some((words) => words.test(label.trim()));
}

export function cardText(text: string): string {
  return Array.from(text.trim()).slice(0, LONGEST_TEXT).join("");
}

export function labelText(label: string): string {
  return Array.from(label.trim().replace(/\s+/gu, " ")).slice(0, LONGEST_LABEL).join("");
}

/** A card as it looks with these words and of that kind. */
export function cardNode({ uid, card_kind, text, x, y }: NewCard): Node {
  const title = cardText(text);
  return sized({
    id: uid,
    type: card_kind as CardType,
    name: title,
    parent: "",
    x,
    y,
    width: 0,
    height: 0,
    business: caption(title),
    engineering: caption(title),
    service: "",
    language: "JSONPath",
    terminal: false,
    markers: [],
  });
}

/** The card with the size that its kind and its words give it. */
export function sized(node: Node): Node {
  const { width, height } = SIZES[node.type as CardType];
  return { ...node, width, height: node.type === "note" ? noteHeight(node.name) : height };
}

export function arrowOf(view: View, { uid, source, target, label }: NewArrow): Edge {
  const words = labelText(label);
  return {
    id: `arrow:${uid}`,
    kind: arrowKind(view.nodes[source]?.type ?? "step", view.nodes[target]?.type ?? "step"),
    source,
    target,
    business: words,
    engineering: words,
    catches_all: false,
    markers: [],
  };
}

/** The view with the kinds of its arrows as their ends make them. */
export function withArrowKinds(view: View): View {
  const edges = Object.entries(view.edges).map(([id, edge]): [string, Edge] => {
    const kind = arrowKind(view.nodes[edge.source]?.type ?? "step", view.nodes[edge.target]?.type ?? "step");
    return [id, kind === edge.kind ? edge : { ...edge, kind }];
  });
  return { ...view, edges: Object.fromEntries(edges) };
}
