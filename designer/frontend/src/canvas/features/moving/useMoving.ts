import { useReactFlow } from "@xyflow/react";
import { type RefObject, useMemo } from "react";
import { dropAt } from "../../flow/dropping";
import type { CanvasNode } from "../../flow/nodes";
import type { Flow } from "../../flow/useFlow";
import { isAnnotation } from "../../model/annotations";
import { placeOf } from "../../model/folding";
import { withInner } from "../../model/graph";
import { inside } from "../../model/makeRoom";
import type { Node, Place, View } from "../../protocol/protocol.gen";
import { contains, grownBy, type Point, rectangles } from "../../routing/geometry";
import { type Drop, NO_DROP, useTools } from "../../tools/context";

/** The distance outside of its container at which a state still belongs to it; the container then grows. */
const SLACK = 48;

type Handler = (event: unknown, node: unknown, nodes: CanvasNode[]) => void;
type HandlerOfAll = (event: unknown, nodes: CanvasNode[]) => void;

/**
 * The handlers for dragging states: they move, or change to the container or the edge that they are dropped
 * on.
 */
export function useMoving(latest: Readonly<RefObject<{ view: View; flow: Flow }>>) {
  const { dispatch, drop } = useTools();
  const { screenToFlowPosition, getInternalNode } = useReactFlow<CanvasNode>();

  return useMemo(() => {
    const pointerOf = (event: unknown): Point => {
      const { clientX, clientY } = event as MouseEvent;
      return screenToFlowPosition({ x: clientX, y: clientY });
    };
    const places = (ids: string[], scope: string): Place[] => {
      const corner = rectangles(latest.current.view).get(scope) ?? { x: 0, y: 0 };
      return ids.flatMap((uid) => {
        const at = getInternalNode(uid)?.internals.positionAbsolute;
        const node = latest.current.view.nodes[uid];
        if (!at || !node) return [];
        const place = placeOf({ ...node, x: Math.round(at.x - corner.x), y: Math.round(at.y - corner.y) });
        return [{ uid, ...inside(scope, place) }];
      });
    };
    const onDrag: Handler = (event, _node, nodes) => {
      const ids = statesAmong(nodes);
      if (ids.length === 0) return;
      drop.set(leavingFor(latest.current.view, latest.current.flow, ids, pointerOf(event)) ?? NO_DROP);
    };
    const onDragStop: Handler = (event, _node, nodes) => {
      const { view, flow } = latest.current;
      const ids = statesAmong(nodes);
      const beside = annotationsMoved(view, nodes);
      const target = ids.length > 0 && leavingFor(view, flow, ids, pointerOf(event));
      drop.set(NO_DROP);
      if (target) {
        const scope = target.scope ?? "";
        dispatch({ kind: "move-to-scope", ...target, scope, places: places(ids, scope) });
        if (beside.length > 0) dispatch({ kind: "move-states", places: beside });
        return;
      }
      const moved = ids
        .flatMap((id) => places([id], view.nodes[id]?.parent ?? ""))
        .filter(({ uid, x, y }) => !isAt(view.nodes[uid], { x, y }));
      const all = [...moved, ...beside];
      if (all.length > 0) dispatch({ kind: "move-states", places: all });
    };
    const onAllDrag: HandlerOfAll = (event, nodes) => onDrag(event, null, nodes);
    const onAllDragStop: HandlerOfAll = (event, nodes) => onDragStop(event, null, nodes);
    return { onDrag, onDragStop, onAllDrag, onAllDragStop };
  }, [latest, dispatch, drop, screenToFlowPosition, getInternalNode]);
}

function isAt(node: Node | undefined, { x, y }: Point): boolean {
  const place = node && placeOf(node);
  return place?.x === x && place.y === y;
}

function statesAmong(nodes: CanvasNode[]): string[] {
  return nodes.map(({ id }) => id).filter((id) => !isAnnotation(id));
}

/** The new positions of the notes and lanes that were moved. */
function annotationsMoved(view: View, nodes: CanvasNode[]): Place[] {
  return nodes.flatMap(({ id, position }) => {
    const annotation = view.notes[id] ?? view.lanes[id];
    const place = { uid: id, x: Math.round(position.x), y: Math.round(position.y) };
    return annotation && (annotation.x !== place.x || annotation.y !== place.y) ? [place] : [];
  });
}

/** The drop target of the states at the pointer; undefined where they only move within their scope. */
function leavingFor(view: View, flow: Flow, ids: string[], pointer: Point): Drop | undefined {
  const scope = view.nodes[ids[0] ?? ""]?.parent ?? "";
  const carried = new Set(ids.flatMap((id) => [...withInner(view, id)]));
  const rest = without(view, carried);
  const edges = flow.edges.filter(({ source, target }) => !carried.has(source) && !carried.has(target));
  const found = dropAt(rest, edges, pointer);
  if (found.scope === scope && ids.every((id) => view.nodes[id]?.parent === scope)) return undefined;
  const around = rectangles(view).get(scope);
  if (around && contains(grownBy(around, SLACK), pointer) && !contains(around, pointer)) return undefined;
  return ids.length === 1 ? found : { ...found, edge: null, after: null };
}

function without(view: View, excluded: Set<string>): View {
  return {
    ...view,
    nodes: Object.fromEntries(Object.entries(view.nodes).filter(([id]) => !excluded.has(id))),
  };
}
