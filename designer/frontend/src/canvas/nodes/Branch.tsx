import { X } from "lucide-react";
import { useCell } from "../base/cell";
import type { Node } from "../protocol/protocol.gen";
import { useTools } from "../tools/context";
import { EmptyScope } from "./parts/EmptyScope";

/** One branch of a Parallel; it has no name, so it is counted. */
export function Branch({ node }: { node: Node }) {
  const { dispatch, drop, words } = useTools();
  const isTarget = useCell(drop, ({ scope }) => scope === node.id);
  const number = Number(node.id.slice(node.id.lastIndexOf("/") + 1)) + 1;
  return (
    <div className={`branch${isTarget ? " is-target" : ""}`} data-branch={node.id}>
      <span className="branch-title">{words("branch.title", { number })}</span>
      <button
        type="button"
        className="branch-remove nodrag"
        title={words("branch.remove")}
        aria-label={words("branch.remove")}
        onClick={() => dispatch({ kind: "delete", states: [node.id], edges: [] })}
      >
        <X size={14} aria-hidden />
      </button>
      <EmptyScope id={node.id} />
    </div>
  );
}
