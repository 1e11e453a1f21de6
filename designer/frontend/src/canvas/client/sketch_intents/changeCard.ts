import { cardText, sized, withArrowKinds } from "../../model/cards";
import { reducer } from "../../model/reducer";
import type { Caption, CardType, ChangeCard, View } from "../../protocol/protocol.gen";

/** A card with other words, of another kind, or with another owner. */
export function changeCard(view: View, { uid, text, card_kind, owner }: ChangeCard): View {
  const node = view.nodes[uid];
  if (!node) return view;
  const name = text === null ? node.name : cardText(text);
  const line = owner === null ? node.business.line : owner.trim().replace(/\s+/gu, " ");
  const said: Caption = { ...node.business, title: name, line };
  const type = (card_kind as CardType | null) ?? node.type;
  const changed = sized({ ...node, type, name, business: said, engineering: said });
  return withArrowKinds({ ...view, nodes: { ...view.nodes, [uid]: changed } });
}

export default reducer("change-card", changeCard);
