import { caption } from "../../model/captions";
import { entry } from "../../model/entries";
import { withEdges } from "../../model/graph";
import { edgesWith, insertPosition, isBetween } from "../../model/insertPosition";
import { fitted, madeRoom, placedFreely } from "../../model/makeRoom";
import { functionLine } from "../../model/parameters";
import { reducer } from "../../model/reducer";
import type { AddState, EdgeKind, Node, View } from "../../protocol/protocol.gen";
import { withBranch } from "./addBranch";
import { connect } from "./connect";

const HAS_LINE = ["Pass", "Wait"];
const NEW_BRANCHES = 2;

/** A new state, put into an edge, behind a state, at the end of a new edge, or alone. */
export function addState(view: View, intent: AddState): View {
  if (view.nodes[intent.uid]) return view;
  const node = created(view, intent);
  const position = insertPosition(view, intent);
  const placed = isBetween(position)
    ? madeRoom(view, node, position.behind, position.into?.target)
    : placedFreely(view, node);
  const added = filled(placed, node);
  if (intent.way) return fitted(connected(added, intent, intent.way), node.parent);
  return fitted(withEdges(added, edgesWith(view, node, position)), node.parent);
}

function created(view: View, intent: AddState): Node {
  const { type, width, height, resource, service } = entry(intent.template);
  const calls = intent.template === "lambda:invoke" ? functionLine(view, intent.name) : resource;
  return {
    id: intent.uid,
    type,
    name: intent.name,
    parent: intent.scope,
    x: intent.x,
    y: intent.y,
    width,
    height,
    business: caption(intent.name),
    engineering: caption(intent.name, calls || (HAS_LINE.includes(type) ? type : "")),
    service,
    language: "JSONPath",
    terminal: type !== "Choice",
    markers: [],
  };
}

/** A new Parallel has branches to put states into. */
function filled(view: View, node: Node): View {
  let result = view;
  for (let count = 0; node.type === "Parallel" && count < NEW_BRANCHES; count += 1) {
    result = withBranch(result, node);
  }
  return result;
}

function connected(view: View, { after, scope, uid }: AddState, kind: EdgeKind): View {
  return connect(view, { kind: "connect", edge: kind, source: after ?? scope, target: uid });
}

export default reducer("add-state", addState);
