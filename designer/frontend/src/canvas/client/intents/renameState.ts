import { renamed } from "../../model/captions";
import { reducer } from "../../model/reducer";
import type { RenameState, View } from "../../protocol/protocol.gen";

/** A state with another name. */
export function renameState(view: View, intent: RenameState): View {
  const node = view.nodes[intent.uid];
  if (!node) return view;
  return { ...view, nodes: { ...view.nodes, [node.id]: renamed(view, node, intent.name) } };
}

export default reducer("rename-state", renameState);
