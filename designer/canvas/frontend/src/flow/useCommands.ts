import { flushSync } from "react-dom";
import { newId } from "../client/outbox";
import { useTools } from "../context";
import type { View } from "../protocol.gen";
import type { Commands } from "./keyboard";
import type { Flow } from "./useFlow";

/** What the canvas' keys do; what one changes is there for the next, however fast it follows. */
export function useCommands(view: View, flow: Flow): Commands {
  const { dispatch, renaming, overlay } = useTools();
  const [only] = flow.selected;
  const remove = () => {
    const edges = flow.edges.filter((edge) => edge.selected).map((edge) => edge.id);
    if (flow.selected.length + edges.length === 0) return;
    dispatch({ kind: "delete", states: flow.selected, edges });
  };
  const copy = () => {
    if (only) dispatch({ kind: "copy", states: flow.selected });
  };
  return {
    undo: () => dispatch({ kind: "undo" }),
    redo: () => dispatch({ kind: "redo" }),
    rename: () => only && renaming.set(only),
    deselect: () => flushSync(() => flow.select([])),
    choose: (id) => flushSync(() => flow.select([id])),
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
    showKeys: () => overlay.set("keys"),
    nudge: (right, down) => {
      const places = flow.selected.flatMap((uid) => {
        const node = view.nodes[uid];
        return node ? [{ uid, x: node.x + right, y: node.y + down }] : [];
      });
      if (places.length > 0) dispatch({ kind: "move-states", places });
    },
  };
}
