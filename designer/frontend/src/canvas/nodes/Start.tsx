import { type Node as FlowNode, type NodeProps, Position } from "@xyflow/react";
import { selectState } from "../../shared/stateSelection";
import { SIGNS } from "../icons/glyphs";
import { useTools } from "../tools/context";
import { Port } from "./parts/Port";

const OUTERMOST = "start:";
const ITS_EDGE = ":start:";

/**
 * The start of a scope; its edge leads to the first state, and is still to be drawn where it is loose. A click on
 * the start of the whole flow selects its edge, and with it what the flow is started with.
 */
export function Start({ id, data }: NodeProps<FlowNode<{ isLoose: boolean }>>) {
  const { words } = useTools();
  const isInput = id === OUTERMOST && !data.isLoose;
  const className = data.isLoose ? "start-mark is-loose" : "start-mark";
  const handle = <Port id="start" type="source" position={Position.Bottom} className="handle-start" />;
  const icon = <SIGNS.start size={12} fill="currentColor" aria-hidden />;
  if (!isInput)
    return (
      <div className={className} role="img" aria-label={words("mark.start")} title={words("handle.start")}>
        {icon}
        {handle}
      </div>
    );
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={`${className} nopan`}
        aria-label={words("mark.start")}
        title={words("mark.input")}
        onClick={() => selectState(ITS_EDGE)}
      >
        {icon}
      </button>
      {handle}
    </>
  );
}
