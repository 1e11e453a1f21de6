import { caption } from "../../model/captions";
import { grown } from "../../model/makeRoom";
import { reducer } from "../../model/reducer";
import type { AddBranch, Node, View } from "../../protocol/protocol.gen";
import { BRANCH_GAP, PADDING, SIZES, TITLE } from "../../protocol/states.gen";

/** One more empty branch, at the right of the others. */
export function addBranch(view: View, intent: AddBranch): View {
  const parallel = view.nodes[intent.uid];
  if (!parallel) return view;
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
  return grown({ ...view, nodes: { ...view.nodes, [branch.id]: branch } }, parallel.id);
}

export default reducer("add-branch", addBranch);
