import { useStoreApi } from "@xyflow/react";
import { flushSync } from "react-dom";
import type { Commands } from "../../commands/commands";
import { elementOf, idOf } from "../../flow/reactFlowDom";
import type { Flow } from "../../flow/useFlow";
import { useReveal } from "../../flow/useReveal";
import { isAnnotation } from "../../model/annotations";
import { type Direction, firstState, neighbour } from "../../model/walking";
import type { View } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { enterInspector, useReturnFromInspector } from "./inspector";

type Walking = Pick<Commands, "add" | "walk" | "extend" | "arrows" | "enter" | "connect">;

/** The commands that go from state to state by keyboard: the selected one has the focus, and is in sight. */
export function useWalking(view: View, flow: Flow): Walking {
  const { overlay } = useTools();
  const store = useStoreApi();
  const reveal = useReveal();
  const focus = (id: string) => elementOf(store.getState().domNode, id)?.focus({ preventScroll: true });
  const root = () => store.getState().domNode?.getRootNode() as ShadowRoot | undefined;
  const focused = () => {
    const id = idOf(root()?.activeElement ?? null);
    return id && (view.nodes[id] || isAnnotation(id)) ? id : undefined;
  };
  const go = (ids: string[], to: string) => {
    flushSync(() => flow.select(ids));
    focus(to);
    reveal(to);
  };
  const here = () => focused() ?? flow.selected[0];
  const selectedEdge = view.edges[flow.selectedEdges[0] ?? ""];

  const next = (direction: Direction): string | undefined => {
    if (selectedEdge)
      return direction === "up" || direction === "left" ? selectedEdge.source : selectedEdge.target;
    const from = here();
    return from && view.nodes[from] ? neighbour(view, from, direction) : firstState(view);
  };
  useReturnFromInspector(() => {
    const id = flow.selected[0] ?? selectedEdge?.id;
    if (id) focus(id);
  });
  return {
    add: () => root()?.querySelector<HTMLElement>(".palette input")?.focus(),
    walk: (direction) => {
      const id = next(direction);
      if (id) go([id], id);
    },
    extend: (direction) => {
      const id = next(direction);
      if (id) go([...new Set([...flow.selected, id])], id);
    },
    arrows: () => {
      const source = selectedEdge?.source ?? here();
      const leaving = flow.edges.filter((edge) => edge.source === source && edge.data?.edge.kind !== "start");
      const at = leaving.findIndex(({ id }) => id === selectedEdge?.id);
      const id = leaving[(at + 1) % leaving.length]?.id;
      if (!id) return;
      flushSync(() => flow.select([id]));
      focus(id);
    },
    enter: () => {
      const id = focused();
      if (id && !flow.selected.includes(id)) go([id], id);
      else if (flow.selected.length + flow.selectedEdges.length === 1) enterInspector();
    },
    connect: () => {
      if (flow.selected.length === 1 || selectedEdge) overlay.set("connect");
    },
  };
}
