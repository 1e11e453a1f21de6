import {
  Background,
  BackgroundVariant,
  type Connection,
  type Edge,
  type FinalConnectionState,
  MiniMap,
  type OnSelectionChangeParams,
  ReactFlow,
  useOnSelectionChange,
  useReactFlow,
  useStore,
  useStoreApi,
} from "@xyflow/react";
import { type MouseEvent as ReactMouseEvent, useCallback, useMemo, useRef } from "react";
import { newId } from "../shared/newId";
import { useCell } from "./base/cell";
import { useLatest } from "./base/useLatest";
import { ArrowHeads } from "./edges/ArrowHeads";
import { ConnectionEnds } from "./edges/ConnectionEnds";
import { ConnectionLine } from "./edges/ConnectionLine";
import { Transition } from "./edges/Transition";
import { useMoving } from "./features/moving/useMoving";
import { Others } from "./features/presence/Others";
import { type CanvasEdge, mayConnect } from "./flow/edges";
import { type CanvasNode, withTabStop } from "./flow/nodes";
import type { Flow } from "./flow/useFlow";
import { useInSightFirst } from "./flow/useInSightFirst";
import { MIN_ZOOM, useFirstLook } from "./flow/viewport";
import { firstState } from "./model/walking";
import { nodeTypes } from "./nodes";
import type { EdgeKind, View } from "./protocol/protocol.gen";
import { contains } from "./routing/geometry";
import { useTools } from "./tools/context";
import { useCardWriting } from "./tools/writing";

/** The zoom below which words that cannot be read are not drawn. */
const FAR = 0.25;
const edgeTypes = { arrow: Transition };
const ABOVE_LABELS = { zIndex: 1200 };
const MULTIPLE = ["Shift", "Control", "Meta"];

/** The flow itself: gestures on it become intents. */
export function Board({ view, flow }: { view: View; flow: Flow }) {
  const { subject, dispatch, renaming, looseEnd, hasMap, words, latest: viewNow } = useTools();
  const isSketch = subject === "sketch";
  const { beginAt } = useCardWriting();
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  const latest = useLatest({ view, flow });
  const { onDrag, onDragStop, onAllDrag, onAllDragStop } = useMoving(latest);
  const isMapShown = useCell(hasMap, (value) => value);
  const isFar = useStore((state) => state.transform[2] < FAR);
  useSelectIntents();
  useFirstLook(view, flow.edges);
  const all = useMemo(() => withTabStop(flow.nodes, firstState(view)), [flow.nodes, view]);
  const { nodes, edges } = useInSightFirst(all, flow.edges);

  const onConnect = useCallback(
    ({ source, target, sourceHandle }: Connection) => {
      if (isSketch) {
        const uid = newId();
        const isAnswer = viewNow().nodes[source]?.type === "decision";
        dispatch({ kind: "draw-arrow", uid, source, target, label: "" });
        if (isAnswer) renaming.set(`arrow:${uid}`);
        return;
      }
      const scope = source.startsWith("start:") ? source.slice("start:".length) : source;
      dispatch({ kind: "connect", edge: sourceHandle as EdgeKind, source: scope, target });
    },
    [dispatch, isSketch, renaming, viewNow],
  );
  const onReconnect = useCallback(
    (edge: Edge, { target }: Connection) => dispatch({ kind: "reconnect", edge: edge.id, target }),
    [dispatch],
  );
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, { isValid, toNode, fromNode, fromHandle }: FinalConnectionState) => {
      if (isValid || toNode || !fromNode || !fromHandle) return;
      const { clientX: x, clientY: y } =
        "changedTouches" in event ? (event.changedTouches[0] as Touch) : event;
      const board = store.getState().domNode?.getBoundingClientRect();
      if (!board || !contains(board, { x, y })) return;
      if (isSketch) {
        beginAt({ x, y }, { after: fromNode.id });
        return;
      }
      const point = screenToFlowPosition({ x, y });
      const scope = fromNode.parentId ?? "";
      const after = fromHandle.id === "start" ? null : fromNode.id;
      looseEnd.set({ kind: fromHandle.id as EdgeKind, after, scope, point });
    },
    [looseEnd, screenToFlowPosition, store, isSketch, beginAt],
  );
  const onNodeDoubleClick = useCallback(
    ({ target }: ReactMouseEvent, { id }: CanvasNode) => {
      if (target instanceof Element && target.closest("[data-rename]")) renaming.set(id);
    },
    [renaming],
  );
  const onEdgeDoubleClick = useCallback(
    (_event: ReactMouseEvent, { id }: Edge) => isSketch && renaming.set(id),
    [renaming, isSketch],
  );
  const onPaneClick = useCallback(
    ({ detail, clientX: x, clientY: y }: ReactMouseEvent) => {
      const { nodes, lanes } = viewNow();
      const isEmpty = Object.keys(nodes).length + Object.keys(lanes).length === 0;
      if (isSketch && (detail === 2 || isEmpty)) beginAt({ x, y });
    },
    [isSketch, beginAt, viewNow],
  );
  const isValidConnection = useCallback(
    ({ source, target }: Connection | Edge) => mayConnect(latest.current.view, source, target),
    [latest],
  );
  return (
    <ReactFlow<CanvasNode, CanvasEdge>
      nodes={nodes}
      edges={edges}
      onNodesChange={flow.onNodesChange}
      onEdgesChange={flow.onEdgesChange}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onConnect={onConnect}
      onReconnect={onReconnect}
      onConnectEnd={onConnectEnd}
      onNodeDoubleClick={onNodeDoubleClick}
      onEdgeDoubleClick={onEdgeDoubleClick}
      onPaneClick={onPaneClick}
      zoomOnDoubleClick={!isSketch}
      onNodeDrag={onDrag}
      onNodeDragStop={onDragStop}
      onSelectionDrag={onAllDrag}
      onSelectionDragStop={onAllDragStop}
      isValidConnection={isValidConnection}
      connectionLineComponent={ConnectionLine}
      connectionLineContainerStyle={ABOVE_LABELS}
      className={isFar ? "is-far" : ""}
      deleteKeyCode={null}
      disableKeyboardA11y
      nodesFocusable={false}
      edgesFocusable={false}
      aria-label={words(isSketch ? "board.sketch" : "board.title")}
      connectionRadius={24}
      nodeDragThreshold={3}
      minZoom={MIN_ZOOM}
      maxZoom={2}
      multiSelectionKeyCode={MULTIPLE}
      proOptions={{ hideAttribution: true }}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} />
      <ArrowHeads />
      <ConnectionEnds />
      <Others />
      {isMapShown && (
        <MiniMap
          pannable
          zoomable
          nodeClassName={({ type }) => (type === "Lane" ? "is-lane" : "")}
          position="bottom-right"
          ariaLabel={words("tool.map")}
        />
      )}
    </ReactFlow>
  );
}

/** Sends each change of the selection to Python once. */
function useSelectIntents(): void {
  const { dispatch } = useTools();
  const last = useRef("");
  const onChange = useCallback(
    ({ nodes, edges }: OnSelectionChangeParams) => {
      const ids = [...nodes, ...edges].map(({ id }) => id).sort();
      const key = JSON.stringify(ids);
      if (key === last.current || (last.current === "" && ids.length === 0)) return;
      last.current = key;
      dispatch({ kind: "select", ids });
    },
    [dispatch],
  );
  useOnSelectionChange({ onChange });
}
