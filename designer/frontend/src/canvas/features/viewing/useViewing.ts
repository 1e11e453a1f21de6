import { useReactFlow, useStoreApi } from "@xyflow/react";
import type { Commands } from "../../commands/commands";
import { moving } from "../../flow/motion";
import type { Flow } from "../../flow/useFlow";
import { useShowAll } from "../../flow/viewport";
import type { View } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";

export type Viewing = Pick<
  Commands,
  "zoomIn" | "zoomOut" | "resetZoom" | "showAll" | "toggleMap" | "toggleFullScreen"
>;

/** The commands that change what is seen of the flow, and leave the flow as it is. */
export function useViewing(view: View, { edges }: Flow): Viewing {
  const { hasMap } = useTools();
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const store = useStoreApi();
  const showAll = useShowAll(view, edges);
  return {
    zoomIn: () => zoomIn(),
    zoomOut: () => zoomOut(),
    resetZoom: () => zoomTo(1),
    showAll: () => showAll(moving()),
    toggleMap: () => hasMap.set(!hasMap.get()),
    toggleFullScreen: () => toggleFullScreen(store.getState().domNode),
  };
}

/** Shows the canvas alone, without the panels around it, or the page again. */
function toggleFullScreen(board: HTMLElement | null): void {
  if (document.fullscreenElement) document.exitFullscreen();
  else board?.closest(".designer-root")?.requestFullscreen();
}
