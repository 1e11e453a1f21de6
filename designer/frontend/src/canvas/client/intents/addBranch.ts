import { caption } from "../../model/captions";
import { fitted } from "../../model/makeRoom";
import { reducer } from "../../model/reducer";
import type { AddBranch, Node, View } from "../../protocol/protocol.gen";
import { BRANCH_GAP, PADDING, SIZES, TITLE } from "../../protocol/states.gen";

/** One more empty branch, at the right of the others. */
function addBranch(view: View, { uid }: AddBranch): View {
  const parallel = view.nodes[uid];
  return parallel ? fitted(withBranch(view, parallel), uid) : view;
}

/** The view with one more branch; the Parallel has its old size. */
export function withBranch(view: View, parallel: Node): View {
  const branches = Object.values(view.nodes).filter((node) => node.parent === parallel.id);
  const branch: Node = {
    id: `${parallel.id}/${branches.length}`,
    type: "Branch",
    name: "",
    parent: parallel.id,
    x: Math.max(PADDING, ...branches.map((node) => node.x + node.width + BRANCH_GAP)),
    y: TITLE,
    width: SIZES.Map.width,
    height: Math.max(SIZES.Map.height, ...branches.map((node) => node.height)),
    business: caption(""),
    engineering: caption(""),
    service: "",
    language: parallel.language,
    terminal: false,
    markers: [],
  };
  return { ...view, nodes: { ...view.nodes, [branch.id]: branch } };
}

export default reducer("add-branch", addBranch);
