import { ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import { Cell } from "./cell";
import type { CanvasStore } from "./client/store";
import { NO_DROP, type Tools, ToolsContext } from "./context";
import { appended, dropAt, dropped } from "./flow/adding";
import { Board } from "./flow/Board";
import { contains, type Point } from "./flow/geometry";
import { useKeyboard } from "./flow/keyboard";
import { useFlow } from "./flow/useFlow";
import { Palette } from "./palette/Palette";
import type { AddState, View } from "./protocol.gen";
import { Toolbar } from "./toolbar/Toolbar";
import { translator } from "./words";

/** The whole component: palette, flow and toolbar over one store. */
export function Canvas({ store }: { store: CanvasStore }) {
  const { view, language, pending } = useSyncExternalStore(store.subscribe, store.snapshot);
  const tools: Tools = useMemo(
    () => ({
      dispatch: store.dispatch,
      words: translator(language),
      renaming: new Cell<string | null>(null),
      drop: new Cell(NO_DROP),
    }),
    [store, language],
  );
  return (
    <ToolsContext value={tools}>
      <ReactFlowProvider>
        <Screen view={view} tools={tools} language={language} pending={pending} />
      </ReactFlowProvider>
    </ToolsContext>
  );
}

interface Props {
  view: View;
  tools: Tools;
  language: string;
  pending: number;
}

function Screen({ view, tools, language, pending }: Props) {
  const { dispatch, words, renaming, drop } = tools;
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const { screenToFlowPosition } = useReactFlow();
  const flow = useFlow(view, words("edge.default"));
  const selected = flow.nodes.filter((node) => node.selected).map((node) => node.id);

  const add = (intent: AddState) => {
    flow.selectNext(intent.uid);
    dispatch(intent);
    renaming.set(intent.uid);
  };
  const onBoard = (pointer: Point): Point | null => {
    const bounds = board.current?.getBoundingClientRect();
    return bounds && contains(bounds, pointer) ? screenToFlowPosition(pointer) : null;
  };
  const remove = () => {
    const edges = flow.edges.filter((edge) => edge.selected).map((edge) => edge.id);
    if (selected.length + edges.length > 0) dispatch({ kind: "delete", states: selected, edges });
  };
  useKeyboard(root, {
    undo: () => dispatch({ kind: "undo" }),
    redo: () => dispatch({ kind: "redo" }),
    remove,
    rename: () => selected[0] && renaming.set(selected[0]),
  });
  return (
    <div
      className="designer"
      ref={(screen) => setRoot(screen?.parentElement ?? null)}
      lang={language}
      data-testid="canvas"
      data-pending={pending}
      role="application"
      aria-label={words("title")}
    >
      <Palette
        onAppend={(entry) => add(appended(view, entry, selected[0], words))}
        onDrag={(pointer) => {
          const point = pointer && onBoard(pointer);
          drop.set(point ? dropAt(view, flow.edges, point) : NO_DROP);
        }}
        onDrop={(entry, pointer) => {
          const point = onBoard(pointer);
          if (point) add(dropped(view, entry, dropAt(view, flow.edges, point), point, words));
        }}
      />
      <div className="board" ref={board}>
        <Board view={view} flow={flow} />
        {flow.nodes.length === 0 && (
          <p className="greeting">
            <strong>{words("greeting.title")}</strong>
            {words("greeting.hint")}
          </p>
        )}
        <Toolbar view={view} />
      </div>
    </div>
  );
}
