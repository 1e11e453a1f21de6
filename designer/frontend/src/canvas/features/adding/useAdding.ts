import { useReactFlow } from "@xyflow/react";
import type { RefObject } from "react";
import { dropAt } from "../../flow/dropping";
import { moving } from "../../flow/motion";
import type { Flow } from "../../flow/useFlow";
import type { Entry } from "../../model/entries";
import type { AddState, EdgeKind, Node, View } from "../../protocol/protocol.gen";
import { SIZES } from "../../protocol/states.gen";
import { contains, type Point, rectangles } from "../../routing/geometry";
import { type LooseEnd, NO_DROP, useTools } from "../../tools/context";
import { appended, drawnTo, dropped, targetPlace } from "./newStates";

/**
 * The handlers that add states. A new state is selected, its name is edited at once, and it is brought into
 * sight.
 */
export function useAdding(view: View, flow: Flow, board: RefObject<HTMLElement | null>) {
  const { dispatch, words, renaming, drop } = useTools();
  const { screenToFlowPosition, flowToScreenPosition, setCenter, getZoom } = useReactFlow();

  const add = (entry: Entry, intent: AddState) => {
    if (entry.text) {
      addPattern(entry.text, intent);
      return;
    }
    flow.selectNext((id) => id === intent.uid);
    dispatch(intent);
    renaming.set(intent.uid);
  };
  const addPattern = (text: string, { uid, scope, x, y, edge, after, way }: AddState) => {
    flow.selectNext((id) => id.startsWith(`${uid}-`));
    dispatch({ kind: "paste", uid, text, scope, x, y, edge, after, way });
  };
  const onBoard = (pointer: Point): Point | null => {
    const bounds = board.current?.getBoundingClientRect();
    return bounds && contains(bounds, pointer) ? screenToFlowPosition(pointer) : null;
  };
  const bringIntoSight = ({ scope, x, y }: AddState) => {
    const around = rectangles(view).get(scope) ?? { x: 0, y: 0 };
    const { width, height } = SIZES.Task;
    const middle = { x: around.x + x + width / 2, y: around.y + y + height / 2 };
    const isSeen = onBoard(flowToScreenPosition({ x: middle.x, y: middle.y + height }));
    const isFirst = Object.keys(view.nodes).length === 0;
    if (isFirst) setCenter(middle.x, middle.y, { zoom: getZoom() });
    else if (!isSeen) setCenter(middle.x, middle.y, { zoom: getZoom(), ...moving() });
  };
  return {
    onAppend: (entry: Entry) => {
      const intent = appended(view, entry, flow.selected[0], words);
      add(entry, intent);
      bringIntoSight(intent);
    },
    /** Adds a state near another one, at the end of a new edge. */
    onNew: (entry: Entry, from: Node, kind: EdgeKind) => {
      const rect = rectangles(view).get(from.id) ?? from;
      const point = targetPlace(rect, kind);
      const intent = drawnTo(view, entry, { kind, after: from.id, scope: from.parent, point }, words);
      add(entry, intent);
      bringIntoSight(intent);
    },
    onPick: (entry: Entry, loose: LooseEnd) => add(entry, drawnTo(view, entry, loose, words)),
    onDrag: (pointer: Point | null) => {
      const point = pointer && onBoard(pointer);
      drop.set(point ? dropAt(view, flow.edges, point) : NO_DROP);
    },
    onDrop: (entry: Entry, pointer: Point) => {
      const point = onBoard(pointer);
      if (point) add(entry, dropped(view, entry, dropAt(view, flow.edges, point), point, words));
    },
  };
}
