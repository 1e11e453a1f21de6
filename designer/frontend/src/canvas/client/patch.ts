import type { Patch, View } from "../protocol/protocol.gen";

/** The view after a patch. */
export function patched(view: View, patch: Patch): View {
  return {
    nodes: changed(view.nodes, patch.nodes),
    edges: changed(view.edges, patch.edges),
    notes: changed(view.notes, patch.notes),
    lanes: changed(view.lanes, patch.lanes),
    can_undo: patch.can_undo,
    can_redo: patch.can_redo,
  };
}

function changed<Item>(
  items: Record<string, Item>,
  changes: Record<string, Item | null>,
): Record<string, Item> {
  const result = { ...items };
  for (const [id, item] of Object.entries(changes)) {
    if (item === null) delete result[id];
    else result[id] = item;
  }
  return result;
}
