import { flushSync } from "react-dom";
import { useTools } from "../context";
import type { View } from "../protocol.gen";
import type { Commands } from "./keyboard";
import type { Flow } from "./useFlow";

/** What the canvas' keys do; what one changes is there for the next, however fast it follows. */
export function useCommands(view: View, flow: Flow): Commands {
  const { dispatch, renaming } = useTools();
  const [only] = flow.selected;
  return {
    undo: () => dispatch({ kind: "undo" }),
    redo: () => dispatch({ kind: "redo" }),
    rename: () => only && renaming.set(only),
    deselect: () => flushSync(() => flow.select([])),
    choose: (id) => flushSync(() => flow.select([id])),
    remove: () => {
      const edges = flow.edges.filter((edge) => edge.selected).map((edge) => edge.id);
      if (flow.selected.length + edges.length === 0) return;
      dispatch({ kind: "delete", states: flow.selected, edges });
    },
    nudge: (right, down) => {
      const places = flow.selected.flatMap((uid) => {
        const node = view.nodes[uid];
        return node ? [{ uid, x: node.x + right, y: node.y + down }] : [];
      });
      if (places.length > 0) dispatch({ kind: "move-states", places });
    },
  };
}
