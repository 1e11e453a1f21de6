import { leaving, transitionKinds, withEdges, withInner } from "../../model/graph";
import { edgesWith, type InsertPosition, insertPosition, isBetween } from "../../model/insertPosition";
import { fitted, madeRoom, placedFreely } from "../../model/makeRoom";
import { reducer } from "../../model/reducer";
import { inReadingOrder } from "../../model/space";
import type { Edge, MoveToScope, Node, View } from "../../protocol/protocol.gen";

/** Moves states into another scope. Edges among them stay; the edges of their old scopes are reconnected. */
export function moveToScope(view: View, intent: MoveToScope): View {
  const leaving = leavingStates(view, intent);
  const [first] = leaving;
  const left = leaving.map((id) => view.nodes[id]?.parent ?? "");
  const unlinked = withEdges(view, reconnected(view, new Set(leaving)));
  const isSingle = intent.places.length === 1;
  const position = insertPosition(unlinked, isSingle ? intent : { edge: null, after: null });
  const placed =
    first && isSingle && isBetween(position)
      ? inserted(view, intent, position)
      : freelyPlaced(view, intent, leaving);
  const node = first && placed.nodes[first];
  const linked = node ? withEdges(placed, edgesWith(unlinked, node, position)) : placed;
  return [...new Set([...left, intent.scope])].reduce(fitted, linked);
}

function inserted(view: View, { places, scope }: MoveToScope, { behind, into }: InsertPosition): View {
  return places.reduce((before, { uid, x, y }) => {
    const node = before.nodes[uid];
    return node ? madeRoom(before, { ...node, x, y, parent: scope }, behind, into?.target) : before;
  }, view);
}

/** The states that come to the scope, or are in it, at the places wanted or the nearest free ones. */
function freelyPlaced(view: View, { places, scope }: MoveToScope, leaving: string[]): View {
  const moved = places.filter(({ uid }) => leaving.includes(uid) || view.nodes[uid]?.parent === scope);
  const nodes = moved.flatMap(({ uid, x, y }) => {
    const node = view.nodes[uid];
    return node ? [{ ...node, x, y, parent: scope }] : [];
  });
  const rest = Object.entries(view.nodes).filter(([id]) => nodes.every((node) => node.id !== id));
  const order = Object.keys(view.nodes);
  const settled = nodes
    .sort(inReadingOrder)
    .reduce(placedFreely, { ...view, nodes: Object.fromEntries(rest) });
  return { ...view, nodes: Object.fromEntries(order.flatMap((id) => entryOf(settled, id))) };
}

function entryOf(view: View, id: string): [string, Node][] {
  const node = view.nodes[id];
  return node ? [[id, node]] : [];
}

/** Those that are in another scope yet, and not in one another. */
function leavingStates(view: View, { places, scope }: MoveToScope): string[] {
  const wanted = places.map(({ uid }) => uid).filter((uid) => view.nodes[uid]);
  const inner = new Set(wanted.flatMap((uid) => [...withInner(view, uid)].filter((id) => id !== uid)));
  return wanted.filter((uid) => !inner.has(uid) && view.nodes[uid]?.parent !== scope);
}

function reconnected(view: View, removed: Set<string>): Edge[] {
  return Object.values(view.edges).flatMap((edge) => {
    const isFrom = edge.kind !== "start" && removed.has(edge.source);
    if (isFrom === removed.has(edge.target)) return [edge];
    const target = isFrom ? undefined : successorOf(view, edge, removed);
    return target ? [{ ...edge, target }] : [];
  });
}

/** The target of the edge once the states that left are passed over. */
function successorOf(view: View, edge: Edge, removed: Set<string>): string | undefined {
  const passed = new Set<string>();
  let id: string | undefined = edge.target;
  while (id !== undefined && removed.has(id)) {
    if (passed.has(id)) return undefined;
    passed.add(id);
    const kind: Edge["kind"] | undefined = transitionKinds(view.nodes[id]?.type ?? "Unknown")[0];
    id = kind && leaving(view, id, kind)[0]?.target;
  }
  return id === edge.source ? undefined : id;
}

export default reducer("move-to-scope", moveToScope);
