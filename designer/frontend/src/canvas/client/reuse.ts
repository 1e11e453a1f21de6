import type { View } from "../protocol/protocol.gen";

/** The view `after`, with the equal items of `before` reused, so that React does not render them again. */
export function steady(before: View, after: View): View {
  const nodes = same(before.nodes, after.nodes);
  const edges = same(before.edges, after.edges);
  const notes = same(before.notes, after.notes);
  const lanes = same(before.lanes, after.lanes);
  const isSame =
    nodes === before.nodes &&
    edges === before.edges &&
    notes === before.notes &&
    lanes === before.lanes &&
    before.can_undo === after.can_undo &&
    before.can_redo === after.can_redo;
  return isSame ? before : { ...after, nodes, edges, notes, lanes };
}

function same<Item>(before: Record<string, Item>, after: Record<string, Item>): Record<string, Item> {
  let isChanged = Object.keys(before).length !== Object.keys(after).length;
  const result: Record<string, Item> = {};
  for (const [id, item] of Object.entries(after)) {
    const old = before[id];
    const isOld = old !== undefined && (old === item || JSON.stringify(old) === JSON.stringify(item));
    result[id] = isOld ? old : item;
    isChanged ||= !isOld;
  }
  return isChanged ? result : before;
}
