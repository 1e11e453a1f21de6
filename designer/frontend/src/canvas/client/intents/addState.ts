import { caption } from "../../model/captions";
import { entry } from "../../model/entries";
import { withEdges } from "../../model/graph";
import { edgesWith, insertPosition } from "../../model/insertPosition";
import { grown, madeRoom } from "../../model/makeRoom";
import { reducer } from "../../model/reducer";
import type { AddState, EdgeKind, Node, View } from "../../protocol/protocol.gen";
import { addBranch } from "./addBranch";
import { connect } from "./connect";

const HAS_LINE = ["Pass", "Wait"];
const NEW_BRANCHES = 2;

/** A new state, put into an edge, behind a state, at the end of a new edge, or alone. */
export function addState(view: View, intent: AddState): View {
  if (view.nodes[intent.uid]) return view;
  const node = created(intent);
  if (intent.way) return atNewEdge(view, node, intent, intent.way);
  const position = insertPosition(view, intent);
  const isInserted = position.behind !== undefined || position.into !== undefined;
  const placed = isInserted
    ? madeRoom(view, node, position.behind)
    : { ...view, nodes: { ...view.nodes, [node.id]: node } };
  return withEdges(grown(filled(placed, node), node.parent), edgesWith(view, node, position));
}

function created(intent: AddState): Node {
  const { type, width, height, resource, service } = entry(intent.template);
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
    engineering: caption(intent.name, resource || (HAS_LINE.includes(type) ? type : "")),
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
    result = addBranch(result, { kind: "add-branch", uid: node.id });
  }
  return result;
}

function atNewEdge(view: View, node: Node, { after, scope }: AddState, kind: EdgeKind): View {
  const added = grown(filled({ ...view, nodes: { ...view.nodes, [node.id]: node } }, node), node.parent);
  return connect(added, { kind: "connect", edge: kind, source: after ?? scope, target: node.id });
}

export default reducer("add-state", addState);
