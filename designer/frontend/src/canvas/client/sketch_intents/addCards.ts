import { arrowOf, cardNode, mayDraw, withArrowKinds } from "../../model/cards";
import { reducer } from "../../model/reducer";
import type { AddCards, View } from "../../protocol/protocol.gen";
import { moved } from "./moveStates";

/** New cards and arrows; arrows that were there may lead to new cards, and other cards make room. */
export function addCards(view: View, { cards, arrows, redirected, moved: places }: AddCards): View {
  if (cards.some(({ uid }) => uid in view.nodes)) return view;
  const nodes = { ...view.nodes };
  for (const card of cards) nodes[card.uid] = cardNode(card);
  let after: View = { ...view, nodes };
  for (const { edge: id, target } of redirected) {
    const edge = after.edges[id];
    if (edge && mayDraw(after, edge.source, target))
      after = { ...after, edges: { ...after.edges, [id]: { ...edge, target } } };
  }
  for (const arrow of arrows) {
    if (!mayDraw(after, arrow.source, arrow.target)) continue;
    const edge = arrowOf(after, arrow);
    after = { ...after, edges: { ...after.edges, [edge.id]: edge } };
  }
  return moved(withArrowKinds(after), places);
}

export default reducer("add-cards", addCards);
