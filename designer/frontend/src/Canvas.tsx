import { ReactFlowProvider } from "@xyflow/react";
import { useMemo, useSyncExternalStore } from "react";
import type { CanvasStore } from "./client/store";
import { ToolsContext, tools } from "./context";
import { Screen } from "./Screen";

/** The whole component, over one store. */
export function Canvas({ store }: { store: CanvasStore }) {
  const picture = useSyncExternalStore(store.subscribe, store.snapshot);
  const context = useMemo(() => tools(store, picture.language), [store, picture.language]);
  return (
    <ToolsContext value={context}>
      <ReactFlowProvider>
        <Screen {...picture} />
      </ReactFlowProvider>
    </ToolsContext>
  );
}
