import { useLayoutEffect } from "react";
import type { View, ViewMode } from "../protocol/protocol.gen";
import { shortTitles } from "../routing/shortTitles";
import { useTools } from "../tools/context";

/** Shortens the titles that would look the same on the canvas. */
export function useShortTitles(view: View, viewMode: ViewMode): void {
  const { shortTitles: shown } = useTools();
  useLayoutEffect(() => {
    const states = Object.values(view.nodes);
    shown.set(shortTitles(states.map((node) => ({ ...node, title: node[viewMode].title }))));
  }, [view, viewMode, shown]);
}
