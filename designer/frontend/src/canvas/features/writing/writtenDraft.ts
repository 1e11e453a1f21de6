import { cardText, isFailure, isQuestion, parted } from "../../model/cards";
import { leaving } from "../../model/graph";
import type { AddCards, CardType, ChangeCard, NewArrow, Node, View } from "../../protocol/protocol.gen";
import { SIZES } from "../../protocol/states.gen";
import type { Draft } from "../../tools/context";
import { besides } from "./nextCard";

/**
 * The intent that adds a draft with its words: those before a colon belong on the arrow to it, where that may
 * have some; and a question becomes a decision. The way of a failure, or to an end chosen as failed, leaves the
 * place below its step to the flow.
 */
export function writtenDraft(view: View, { intent, isChosen, way }: Draft, text: string): AddCards {
  const [card] = intent.cards;
  const arrow = intent.arrows.find(({ target }) => target === card?.uid);
  if (!card) return intent;
  const [said, rest] = parted(text.trim());
  const isOnlyWay = arrow !== undefined && !mayHaveLabel(view, arrow);
  const isFailed = isChosen && card.card_kind === "failed" && said !== "";
  const fails = isOnlyWay && intent.redirected.length === 0 && (isFailed || isFailure(said));
  const [label, words] = arrow && (!isOnlyWay || fails) ? [said, rest] : ["", text];
  const kind = !isChosen && isQuestion(words) ? "decision" : card.card_kind;
  const from = fails ? view.nodes[arrow.source] : undefined;
  const place = from && way === "below" ? besides(view, from, SIZES[kind as CardType]) : card;
  return {
    ...intent,
    cards: [
      { ...card, card_kind: kind, text: cardText(words), x: Math.round(place.x), y: Math.round(place.y) },
    ],
    arrows: intent.arrows.map((each) => (each === arrow ? { ...each, label } : each)),
  };
}

/** Tells if an arrow is an answer, of a decision or a person, or a further way from a card: then it says when. */
function mayHaveLabel(view: View, { source, target }: NewArrow): boolean {
  const type = view.nodes[source]?.type;
  if (type === "decision" || type === "person") return true;
  return leaving(view, source, "next").some((edge) => edge.target !== target);
}

/** The intent that writes on a card that is there; nothing where the words stay the same. */
export function writtenCard(node: Node, text: string): ChangeCard | null {
  const words = cardText(text);
  if (words === node.name) return null;
  const type: CardType | null = node.type === "step" && isQuestion(words) ? "decision" : null;
  return { kind: "change-card", uid: node.id, text: words, card_kind: type, owner: null };
}
