import { ReactFlowProvider } from "@xyflow/react";
import { useMemo, useSyncExternalStore } from "react";
import type { CanvasStore } from "./client/store";
import { Screen } from "./Screen";
import { ToolsContext, tools } from "./tools/context";

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
