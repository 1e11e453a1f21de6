import { withAnnotation } from "../../model/annotations";
import { fitted, inside } from "../../model/makeRoom";
import { reducer } from "../../model/reducer";
import type { MoveStates, Place, View } from "../../protocol/protocol.gen";

/** States, notes and lanes at other places; their containers make room. */
export function moveStates(view: View, intent: MoveStates): View {
  const nodes = { ...view.nodes };
  const parents = new Set<string>();
  for (const { uid, x, y } of intent.places) {
    const node = nodes[uid];
    if (!node) continue;
    nodes[uid] = { ...node, ...inside(node.parent, { x, y }) };
    parents.add(node.parent);
  }
  return [...parents].reduce(fitted, { ...intent.places.reduce(annotationMoved, view), nodes });
}

function annotationMoved(view: View, { uid, x, y }: Place): View {
  return withAnnotation(view, uid in view.lanes ? "lanes" : "notes", uid, { x, y });
}

export default reducer("move-states", moveStates);
