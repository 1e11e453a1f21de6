import { useReactFlow } from "@xyflow/react";
import type { RefObject } from "react";
import { newId } from "../../../shared/newId";
import type { Flow } from "../../flow/useFlow";
import { covering } from "../../model/notesApart";
import { nearestFree } from "../../model/space";
import type { View } from "../../protocol/protocol.gen";
import { NEW_NOTE_HEIGHT, NOTE_WIDTH } from "../../protocol/states.gen";
import { bounds, centre, contains, type Point, type Rect, rectangles } from "../../routing/geometry";
import { startRect } from "../../routing/startMark";
import { useTools } from "../../tools/context";

const MARGIN = 24;
const TITLE = 34;
const NEW_LANE = { width: 480, height: 240 };

/**
 * The handlers that add notes and lanes: by key or click in the middle of the board, or around the selected
 * states.
 */
export function useAnnotating(view: View, flow: Flow, board: RefObject<HTMLElement | null>) {
  const { dispatch, renaming, words } = useTools();
  const { screenToFlowPosition } = useReactFlow();
  const place = (pointer: Point | null): Point | null => {
    const screen = board.current?.getBoundingClientRect();
    if (!screen || (pointer && !contains(screen, pointer))) return null;
    return screenToFlowPosition(pointer ?? centre(screen));
  };
  const edit = (id: string) => {
    flow.selectNext((other) => other === id);
    renaming.set(id);
  };
  const free = (wanted: Rect): Point => {
    const { x, y } = nearestFree(wanted, [...covering(view).values(), ...Object.values(view.lanes)]);
    return { x, y };
  };
  const laneAround = (frame: Rect, owner: string) => {
    const uid = newId();
    dispatch({ kind: "add-lane", uid, owner, ...frame });
    edit(`lane:${uid}`);
  };
  return {
    addNote: (pointer: Point | null = null) => {
      const point = place(pointer);
      if (!point) return;
      const uid = newId();
      const wanted = { x: Math.round(point.x - NOTE_WIDTH / 2), y: Math.round(point.y - TITLE) };
      const at = pointer ? wanted : free({ ...wanted, width: NOTE_WIDTH, height: NEW_NOTE_HEIGHT });
      dispatch({ kind: "add-note", uid, text: "", ...at, dropped: pointer !== null });
      edit(`note:${uid}`);
    },
    addLane: (pointer: Point | null = null) => {
      const around = pointer ? null : frameOf(view, flow.selected);
      const lane = flow.annotations.find((id) => id in view.lanes);
      if (around && lane) {
        dispatch({ kind: "resize-lane", id: lane, ...around });
        return;
      }
      const point = place(pointer);
      if (!around && !point) return;
      const { x, y } = point ?? { x: 0, y: 0 };
      const wanted = { x: Math.round(x - NEW_LANE.width / 2), y: Math.round(y - TITLE / 2), ...NEW_LANE };
      laneAround(
        around ?? (pointer ? wanted : { ...NEW_LANE, ...free(wanted) }),
        commonOwner(view, flow.selected) || words("lane.new"),
      );
    },
  };
}

/** The rectangle around states, with room for a title; nothing where there are none. */
function frameOf(view: View, ids: string[]): Rect | null {
  const rects = rectangles(view);
  const framed = ids.flatMap((id) => rects.get(id) ?? []);
  if (framed.length === 0) return null;
  const starts = Object.values(view.edges).filter(
    ({ kind, target }) => kind === "start" && ids.includes(target),
  );
  const { x, y, width, height } = bounds([
    ...framed,
    ...starts.flatMap(({ target }) => markOf(rects, target)),
  ]);
  return {
    x: Math.round(x - MARGIN),
    y: Math.round(y - MARGIN - TITLE),
    width: Math.round(width + 2 * MARGIN),
    height: Math.round(height + 2 * MARGIN + TITLE),
  };
}

function markOf(rects: Map<string, Rect>, id: string): Rect[] {
  const rect = rects.get(id);
  return rect ? [startRect(rect)] : [];
}

/** The owner of all of the states, where they have the same one; else "". */
function commonOwner(view: View, ids: string[]): string {
  const owners = new Set(ids.map((id) => view.nodes[id]?.business.line ?? ""));
  return owners.size === 1 ? ([...owners][0] ?? "") : "";
}
