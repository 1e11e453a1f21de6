import { useCell } from "../cell";
import { useTools } from "../context";
import type { Node } from "../protocol.gen";
import { EmptyScope } from "./EmptyScope";

/** One branch of a Parallel; it has no name, so it is counted. */
export function Branch({ node }: { node: Node }) {
  const { drop, words } = useTools();
  const isTarget = useCell(drop, ({ scope }) => scope === node.id);
  const number = Number(node.id.slice(node.id.lastIndexOf("/") + 1)) + 1;
  return (
    <div className={`branch${isTarget ? " is-target" : ""}`} data-branch={node.id}>
      <span className="branch-title">{words("branch.title", { number })}</span>
      <EmptyScope id={node.id} />
    </div>
  );
}
