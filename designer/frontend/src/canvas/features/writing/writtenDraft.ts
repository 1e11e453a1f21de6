import { cardText, isQuestion, parted } from "../../model/cards";
import type { AddCards, CardType, ChangeCard, Node, View } from "../../protocol/protocol.gen";
import type { Draft } from "../../tools/context";

/**
 * The intent that adds a draft with its words: those before a colon are the answer to the decision that it
 * follows, and a question becomes a decision.
 */
export function writtenDraft(view: View, { intent, isChosen }: Draft, text: string): AddCards {
  const [card] = intent.cards;
  const arrow = intent.arrows.find(({ target }) => target === card?.uid);
  if (!card) return intent;
  const isAnswer = view.nodes[arrow?.source ?? ""]?.type === "decision";
  const [label, words] = isAnswer ? parted(text.trim()) : ["", text];
  const kind = !isChosen && isQuestion(words) ? "decision" : card.card_kind;
  return {
    ...intent,
    cards: [{ ...card, card_kind: kind, text: cardText(words) }],
    arrows: intent.arrows.map((each) => (each === arrow ? { ...each, label } : each)),
  };
}

/** The intent that writes on a card that is there; nothing where the words stay the same. */
export function writtenCard(node: Node, text: string): ChangeCard | null {
  const words = cardText(text);
  if (words === node.name) return null;
  const type: CardType | null = node.type === "step" && isQuestion(words) ? "decision" : null;
  return { kind: "change-card", uid: node.id, text: words, card_kind: type, owner: null };
}
