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
} from "@xyflow/react";
import { useCallback, useRef } from "react";
import { useTools } from "../context";
import { Arrow } from "../edges/Arrow";
import { ArrowHeads } from "../edges/ArrowHeads";
import { ConnectionLine } from "../edges/ConnectionLine";
import { nodeTypes } from "../nodes";
import type { EdgeKind, View } from "../protocol.gen";
import { type CanvasEdge, mayConnect } from "./edges";
import type { CanvasNode } from "./nodes";
import type { Flow } from "./useFlow";

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
  useSelectIntents();

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
  const onNodeDragStop = useCallback(
    (_event: unknown, _node: unknown, nodes: CanvasNode[]) => {
      const places = nodes.map(({ id, position: { x, y } }) => ({
        uid: id,
        x: Math.round(x),
        y: Math.round(y),
      }));
      const moved = places.filter(({ uid, x, y }) => {
        const node = latest.current.nodes[uid];
        return node && (node.x !== x || node.y !== y);
      });
      if (moved.length > 0) dispatch({ kind: "move-states", places: moved });
    },
    [dispatch],
  );
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
      isValidConnection={isValidConnection}
      connectionLineComponent={ConnectionLine}
      className={isConnecting ? "is-connecting" : ""}
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
