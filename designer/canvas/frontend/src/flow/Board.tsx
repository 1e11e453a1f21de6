import {
  Background,
  BackgroundVariant,
  type Connection,
  type Edge,
  type FitViewOptions,
  type OnSelectionChangeParams,
  ReactFlow,
  useConnection,
  useOnSelectionChange,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import { useCallback, useEffect, useRef } from "react";
import { useTools } from "../context";
import { Arrow } from "../edges/Arrow";
import { ArrowHeads } from "../edges/ArrowHeads";
import { ConnectionLine } from "../edges/ConnectionLine";
import { nodeTypes } from "../nodes";
import type { EdgeKind, View } from "../protocol.gen";
import { type CanvasEdge, mayConnect } from "./edges";
import type { CanvasNode } from "./nodes";
import type { Flow } from "./useFlow";

/** From here on, what cannot be read is not drawn. */
const FAR = 0.25;
const edgeTypes = { arrow: Arrow };
export const FIT: FitViewOptions = {
  padding: { top: "24px", right: "32px", bottom: "80px", left: "32px" },
  maxZoom: 1,
};

/** The flow itself: gestures on it become intents. */
export function Board({ view, flow }: { view: View; flow: Flow }) {
  const { dispatch } = useTools();
  const latest = useRef(view);
  latest.current = view;
  const isConnecting = useConnection((connection) => connection.inProgress);
  const isFar = useStore((state) => state.transform[2] < FAR);
  useSelectIntents();
  useFitToOther(view);

  const onConnect = useCallback(
    ({ source, target, sourceHandle }: Connection) => {
      const scope = source.startsWith("start:") ? source.slice("start:".length) : source;
      dispatch({ kind: "connect", edge: sourceHandle as EdgeKind, source: scope, target });
    },
    [dispatch],
  );
  const onReconnect = useCallback(
    (edge: Edge, { target }: Connection) => dispatch({ kind: "reconnect", edge: edge.id, target }),
    [dispatch],
  );
  const place = useCallback(
    (nodes: CanvasNode[]) => {
      const places = nodes.map(({ id, position }) => ({
        uid: id,
        x: Math.round(position.x),
        y: Math.round(position.y),
      }));
      const moved = places.filter(({ uid, x, y }) => {
        const node = latest.current.nodes[uid];
        return node && (node.x !== x || node.y !== y);
      });
      if (moved.length > 0) dispatch({ kind: "move-states", places: moved });
    },
    [dispatch],
  );
  const onNodeDragStop = useCallback(
    (_event: unknown, _node: unknown, nodes: CanvasNode[]) => place(nodes),
    [place],
  );
  const onSelectionDragStop = useCallback((_event: unknown, nodes: CanvasNode[]) => place(nodes), [place]);
  const isValidConnection = useCallback(
    ({ source, target }: Connection | Edge) => mayConnect(latest.current, source, target),
    [],
  );
  return (
    <ReactFlow<CanvasNode, CanvasEdge>
      nodes={flow.nodes}
      edges={flow.edges}
      onNodesChange={flow.onNodesChange}
      onEdgesChange={flow.onEdgesChange}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onConnect={onConnect}
      onReconnect={onReconnect}
      onNodeDragStop={onNodeDragStop}
      onSelectionDragStop={onSelectionDragStop}
      isValidConnection={isValidConnection}
      connectionLineComponent={ConnectionLine}
      className={`${isConnecting ? "is-connecting" : ""} ${isFar ? "is-far" : ""}`}
      deleteKeyCode={null}
      disableKeyboardA11y
      connectionRadius={24}
      nodeDragThreshold={3}
      minZoom={0.1}
      maxZoom={2}
      fitView
      fitViewOptions={FIT}
      proOptions={{ hideAttribution: true }}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} />
      <ArrowHeads />
    </ReactFlow>
  );
}

/** Python hears of each other selection once. */
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

/** Another flow in the place of the one that was shown is shown whole; the look at one flow is never moved. */
function useFitToOther(view: View): void {
  const { fitView } = useReactFlow();
  const shown = useRef(view.nodes);
  useEffect(() => {
    const ids = Object.keys(view.nodes);
    const isOther = ids.length > 1 && !ids.some((id) => id in shown.current);
    shown.current = view.nodes;
    if (isOther) fitView(FIT);
  }, [view.nodes, fitView]);
}
