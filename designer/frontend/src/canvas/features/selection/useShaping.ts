import { newId } from "../../../shared/newId";
import type { Commands } from "../../commands/commands";
import type { Flow } from "../../flow/useFlow";
import type { View, Wrap } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { freeName } from "../adding/newStates";

export type Shaping = Pick<
  Commands,
  "wrapInParallel" | "wrapInMap" | "extract" | "layOut" | "duplicate" | "remove"
>;

/** The commands that change the selected states. */
export function useShaping(view: View, flow: Flow): Shaping {
  const { dispatch, words } = useTools();
  const { selected, selectedEdges, selectNext } = flow;
  const movable = [...selected, ...flow.annotations];
  const wrap = (type: Wrap["type"]) => {
    if (selected.length === 0) return;
    const uid = newId();
    selectNext((id) => id === uid);
    dispatch({ kind: "wrap", uid, name: freeName(view, words(`type.${type}`)), type, states: selected });
  };
  return {
    wrapInParallel: () => wrap("Parallel"),
    wrapInMap: () => wrap("Map"),
    extract: () => {
      if (selected.length === 0) return;
      const uid = newId();
      selectNext((id) => id === uid);
      const [only = ""] = selected.length === 1 ? selected : [];
      const name = view.nodes[only]?.name ?? freeName(view, words("extract.name"));
      const opening = words("extract.opening");
      dispatch({ kind: "extract", uid, name, opening, closing: words("extract.closing"), states: selected });
    },
    layOut: () => dispatch({ kind: "auto-layout", states: selected.length > 1 ? selected : [] }),
    duplicate: () => {
      if (movable.length === 0) return;
      const uid = newId();
      selectNext((id) => id.includes(`${uid}-`));
      dispatch({ kind: "duplicate", uid, states: movable });
    },
    remove: () => {
      const edges = selectedEdges.filter((id) => !id.endsWith(":start:"));
      if (movable.length + edges.length === 0) return;
      dispatch({ kind: "delete", states: movable, edges });
    },
  };
}
