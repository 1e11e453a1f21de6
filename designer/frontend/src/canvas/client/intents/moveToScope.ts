import { leaving, transitionKinds, withEdges, withInner } from "../../model/graph";
import { edgesWith, insertPosition } from "../../model/insertPosition";
import { grown, madeRoom } from "../../model/makeRoom";
import { reducer } from "../../model/reducer";
import type { Edge, MoveToScope, Node, View } from "../../protocol/protocol.gen";

/** Moves states into another scope. Edges among them stay; the edges of their old scopes are reconnected. */
export function moveToScope(view: View, intent: MoveToScope): View {
  const leaving = leavingStates(view, intent);
  const [first] = leaving;
  const placed = intent.places.reduce(
    (before, { uid, x, y }) =>
      changed(before, uid, leaving.includes(uid) ? { x, y, parent: intent.scope } : { x, y }),
    view,
  );
  if (!first) return grown(placed, intent.scope);
  const unlinked = withEdges(view, reconnected(view, new Set(leaving)));
  const isSingle = intent.places.length === 1;
  const position = insertPosition(unlinked, isSingle ? intent : { edge: null, after: null });
  const node = placed.nodes[first] as Node;
  const edges = edgesWith(unlinked, node, position);
  const isInserted = position.behind !== undefined || position.into !== undefined;
  return withEdges(grown(isInserted ? madeRoom(placed, node, position.behind) : placed, intent.scope), edges);
}

function changed(view: View, id: string, more: Partial<Node>): View {
  const node = view.nodes[id];
  return node ? { ...view, nodes: { ...view.nodes, [id]: { ...node, ...more } } } : view;
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
