import { type Node as FlowNode, Handle, type NodeProps, Position } from "@xyflow/react";
import { SIGNS } from "../icons/glyphs";
import { useTools } from "../tools/context";

/** The start of a scope; its edge leads to the first state, and is still to be drawn where it is loose. */
export function Start({ data }: NodeProps<FlowNode<{ isLoose: boolean }>>) {
  const { words } = useTools();
  return (
    <div
      className={data.isLoose ? "start-mark is-loose" : "start-mark"}
      role="img"
      aria-label={words("mark.start")}
      title={words("handle.start")}
    >
      <SIGNS.start size={12} fill="currentColor" aria-hidden />
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
