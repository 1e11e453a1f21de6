import { type ConnectionLineComponentProps, getSmoothStepPath } from "@xyflow/react";

/** The edge that a person is drawing. */
export function ConnectionLine(props: ConnectionLineComponentProps) {
  const { fromX, fromY, toX, toY, fromPosition, toPosition, connectionStatus } = props;
  const [path] = getSmoothStepPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
    borderRadius: 10,
  });
  return (
    <path
      className={`connection connection-${connectionStatus ?? "open"}`}
      d={path}
      markerEnd="url(#arrowhead-accent)"
    />
  );
}
