import { flushSync } from "react-dom";
import type { Commands } from "../commands/commands";
import type { Flow } from "../flow/useFlow";
import { annotationIds } from "../model/annotations";
import { placeOf } from "../model/folding";
import { type Direction, step } from "../model/walking";
import type { View } from "../protocol/protocol.gen";
import { useTools, useViewMode } from "../tools/context";
import { useWalking } from "./keyboard/useWalking";
import { usePlaying } from "./playing/usePlaying";
import { useShaping } from "./selection/useShaping";
import { useViewing } from "./viewing/useViewing";

const STEP = 10;
const SMALL_STEP = 1;

/** The commands of other parts of the screen. */
type Others = Pick<Commands, "addNote" | "addLane" | "addCard" | "present">;

/**
 * All commands of the canvas. A change is rendered at once, so that the next command sees it, however fast it
 * follows.
 */
export function useCommands(view: View, flow: Flow, others: Others): Commands {
  const { subject, dispatch, renaming, overlay, toggleFold } = useTools();
  const viewMode = useViewMode();
  const walking = useWalking(view, flow);
  const shaping = useShaping(view, flow);
  const viewing = useViewing(view, flow);
  const playing = usePlaying(flow);
  const [only] = flow.selected;
  const copy = () => {
    if (only) dispatch({ kind: "copy", states: flow.selected });
  };
  const move = (direction: Direction, amount: number) => {
    const { x, y } = step(direction, amount);
    const places = [...flow.selected, ...flow.annotations].flatMap((uid) => {
      const node = view.nodes[uid];
      const place = node ? placeOf(node) : (view.notes[uid] ?? view.lanes[uid]);
      return place ? [{ uid, x: place.x + x, y: place.y + y }] : [];
    });
    if (places.length > 0) dispatch({ kind: "move-states", places });
  };
  return {
    ...walking,
    ...shaping,
    ...viewing,
    ...others,
    undo: () => dispatch({ kind: "undo" }),
    redo: () => dispatch({ kind: "redo" }),
    autoLayout: () => dispatch({ kind: "auto-layout", states: [] }),
    rename: () => {
      const id = only ?? flow.annotations[0] ?? (subject === "sketch" ? flow.selectedEdges[0] : undefined);
      if (id) renaming.set(id);
    },
    deselect: () => flushSync(() => flow.select([])),
    copy,
    cut: () => {
      copy();
      shaping.remove();
    },
    selectAll: () => {
      const states = Object.values(view.nodes).filter(
        ({ type, parent }) => type !== "Branch" && parent === "",
      );
      flushSync(() => flow.select([...states.map(({ id }) => id), ...annotationIds(view)]));
    },
    search: () => overlay.set("search"),
    switchLook: () =>
      dispatch({ kind: "look-as", look: viewMode === "business" ? "engineering" : "business" }),
    showKeys: () => overlay.set("keys"),
    nudge: (direction) => move(direction, STEP),
    nudgeLittle: (direction) => move(direction, SMALL_STEP),
    fold: () => {
      const type = view.nodes[only ?? ""]?.type;
      if (only && (type === "Map" || type === "Parallel")) toggleFold(only);
    },
    ...playing,
    start: () => {
      const node = view.nodes[only ?? ""];
      if (node) dispatch({ kind: "connect", edge: "start", source: node.parent, target: node.id });
    },
  };
}
