import { entry } from "../../palette/entries";
import type { AddState, Edge, Node, View } from "../../protocol.gen";
import { leaving, newEdge, waysOut, withEdges } from "../graph";
import { grown, madeRoom } from "../place";
import { addBranch } from "./addBranch";

const NEW_BRANCHES = 2;

/** Where a new state goes: behind a state, into an arrow that leads on, or neither. */
interface Seat {
  behind: Node | undefined;
  arrow: Edge | undefined;
}

/** A new state, put into an arrow, behind a state, or alone; the first of a scope is its start. */
export function addState(view: View, intent: AddState): View {
  if (view.nodes[intent.uid]) return view;
  const node = created(intent);
  const seat = seatOf(view, intent);
  const isSeated = seat.behind !== undefined || seat.arrow !== undefined;
  const placed = isSeated
    ? madeRoom(view, node, seat.behind)
    : { ...view, nodes: { ...view.nodes, [node.id]: node } };
  return withEdges(grown(filled(placed, node), node.parent), linked(view, node, seat));
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
    resource,
    service,
    language: "JSONPath",
    terminal: type !== "Choice",
    problems: [],
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

function seatOf(view: View, intent: AddState): Seat {
  const arrow = intent.edge ? view.edges[intent.edge] : undefined;
  if (arrow) return { behind: arrow.kind === "start" ? undefined : view.nodes[arrow.source], arrow };
  const behind = intent.after ? view.nodes[intent.after] : undefined;
  const way = behind && waysOut(behind.type)[0];
  return { behind, arrow: behind && way ? leaving(view, behind.id, way)[0] : undefined };
}

function linked(view: View, node: Node, { behind, arrow }: Seat): Edge[] {
  const edges = Object.values(view.edges);
  if (arrow) {
    const redirected = edges.map((edge) => (edge === arrow ? { ...edge, target: node.id } : edge));
    return [...redirected, ...onward(node, arrow.target)];
  }
  const way = behind && waysOut(behind.type)[0];
  if (behind && way) return [...edges, newEdge(behind.id, way, node.id)];
  const isFirst = !behind && !Object.values(view.nodes).some((other) => other.parent === node.parent);
  return isFirst ? [...edges, newEdge(node.parent, "start", node.id)] : edges;
}

function onward(node: Node, target: string): Edge[] {
  const way = waysOut(node.type)[0];
  return way ? [newEdge(node.id, way, target)] : [];
}
