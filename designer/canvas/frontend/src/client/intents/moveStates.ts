import type { MoveStates, View } from "../../protocol.gen";
import { grown } from "../place";

/** States at other places; their containers make room. */
export function moveStates(view: View, intent: MoveStates): View {
  const nodes = { ...view.nodes };
  const parents = new Set<string>();
  for (const { uid, x, y } of intent.places) {
    const node = nodes[uid];
    if (!node) continue;
    nodes[uid] = { ...node, x, y };
    parents.add(node.parent);
  }
  return [...parents].reduce(grown, { ...view, nodes });
}
