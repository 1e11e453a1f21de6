import { flushSync } from "react-dom";
import { newId } from "../client/outbox";
import { useLook, useTools } from "../context";
import type { View } from "../protocol.gen";
import type { Commands } from "./keymap";
import type { Flow } from "./useFlow";
import { useWalking } from "./useWalking";
import { type Direction, step } from "./walking";

const STEP = 10;
const SMALL_STEP = 1;

/** What the canvas' keys do; what one changes is there for the next, however fast it follows. */
export function useCommands(view: View, flow: Flow): Commands {
  const { dispatch, renaming, overlay } = useTools();
  const look = useLook();
  const walking = useWalking(view, flow);
  const [only] = flow.selected;
  const remove = () => {
    const [states, edges] = [flow.selected, flow.selectedArrows];
    if (states.length + edges.length > 0) dispatch({ kind: "delete", states, edges });
  };
  const copy = () => {
    if (only) dispatch({ kind: "copy", states: flow.selected });
  };
  const move = (direction: Direction, amount: number) => {
    const { x, y } = step(direction, amount);
    const places = flow.selected.flatMap((uid) => {
      const node = view.nodes[uid];
      return node ? [{ uid, x: node.x + x, y: node.y + y }] : [];
    });
    if (places.length > 0) dispatch({ kind: "move-states", places });
  };
  return {
    ...walking,
    undo: () => dispatch({ kind: "undo" }),
    redo: () => dispatch({ kind: "redo" }),
    rename: () => only && renaming.set(only),
    deselect: () => flushSync(() => flow.select([])),
    remove,
    copy,
    cut: () => {
      copy();
      remove();
    },
    duplicate: () => {
      if (!only) return;
      const uid = newId();
      flow.selectNext((id) => id.startsWith(`${uid}-`));
      dispatch({ kind: "duplicate", uid, states: flow.selected });
    },
    selectAll: () => {
      const states = Object.values(view.nodes).filter(
        ({ type, parent }) => type !== "Branch" && parent === "",
      );
      flushSync(() => flow.select(states.map(({ id }) => id)));
    },
    search: () => overlay.set("search"),
    switchLook: () => dispatch({ kind: "look-as", look: look === "business" ? "engineering" : "business" }),
    showKeys: () => overlay.set("keys"),
    nudge: (direction) => move(direction, STEP),
    nudgeLittle: (direction) => move(direction, SMALL_STEP),
    start: () => {
      const node = view.nodes[only ?? ""];
      if (node) dispatch({ kind: "connect", edge: "start", source: node.parent, target: node.id });
    },
  };
}
