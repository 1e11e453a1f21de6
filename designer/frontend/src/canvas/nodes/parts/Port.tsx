import { type Position, useNodeId, useStoreApi } from "@xyflow/react";
import { XYHandle } from "@xyflow/system";
import type { MouseEvent, TouchEvent } from "react";
import { type PortName, portAttributes } from "../../flow/reactFlowDom";

const MAIN_BUTTON = 0;

interface Props extends PortName {
  position: Position;
  className: string;
  title?: string;
  /** False where no arrow may begin here. */
  isOpen?: boolean;
}

/**
 * A point that edges are drawn from, or end at. Unlike React Flow's own, it does not follow the state of a
 * connection, so that the ports of all states are not rendered again where one edge is drawn: the two ends of that
 * are marked by `ConnectionEnds`.
 */
export function Port({ id, type, position, className, title, isOpen = true }: Props) {
  const store = useStoreApi();
  const nodeId = useNodeId() ?? "";
  const isSource = type === "source";
  const begin = ({ nativeEvent, currentTarget }: MouseEvent | TouchEvent) => {
    if ("button" in nativeEvent && nativeEvent.button !== MAIN_BUTTON) return;
    const { onConnectStart, ...flow } = store.getState();
    XYHandle.onPointerDown(nativeEvent, {
      ...flow,
      ...(onConnectStart && { onConnectStart }),
      handleDomNode: currentTarget,
      isTarget: false,
      handleId: id,
      nodeId,
      flowId: flow.rfId,
      dragThreshold: flow.connectionDragThreshold,
      onConnect: (connection) => store.getState().onConnect?.(connection),
      onConnectEnd: (...end) => store.getState().onConnectEnd?.(...end),
      isValidConnection: (edge) => store.getState().isValidConnection?.(edge) ?? true,
      getTransform: () => store.getState().transform,
      getFromHandle: () => store.getState().connection.fromHandle,
    });
  };
  const attributes = portAttributes(nodeId, { id, type }, position, isOpen);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, edges are drawn from the state itself
    <div
      {...attributes}
      className={`${attributes.className} ${className}`}
      title={title}
      data-handle={isSource ? id : undefined}
      onMouseDown={isSource && isOpen ? begin : undefined}
      onTouchStart={isSource && isOpen ? begin : undefined}
    />
  );
}
