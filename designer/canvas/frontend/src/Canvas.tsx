import { ReactFlowProvider } from "@xyflow/react";
import { useMemo, useSyncExternalStore } from "react";
import type { CanvasStore } from "./client/store";
import { ToolsContext, tools } from "./context";
import { Screen } from "./Screen";

/** The whole component, over one store. */
export function Canvas({ store }: { store: CanvasStore }) {
  const { view, language, pending, isWaiting } = useSyncExternalStore(store.subscribe, store.snapshot);
  const context = useMemo(() => tools(store.dispatch, language), [store, language]);
  return (
    <ToolsContext value={context}>
      <ReactFlowProvider>
        <Screen view={view} language={language} pending={pending} isWaiting={isWaiting} />
      </ReactFlowProvider>
    </ToolsContext>
  );
}
