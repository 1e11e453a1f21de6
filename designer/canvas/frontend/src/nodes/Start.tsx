import { Handle, Position } from "@xyflow/react";
import { Play } from "lucide-react";
import { useTools } from "../context";

/** Where a scope begins; its arrow leads to the first state. */
export function Start() {
  const { words } = useTools();
  return (
    <div className="start-mark" role="img" aria-label={words("mark.start")} title={words("handle.start")}>
      <Play size={12} fill="currentColor" aria-hidden />
      <Handle
        id="start"
        type="source"
        position={Position.Bottom}
        className="handle-start"
        isConnectableEnd={false}
        data-handle="start"
      />
    </div>
  );
}
