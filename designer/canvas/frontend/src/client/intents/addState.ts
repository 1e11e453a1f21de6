import { entry } from "../../palette/entries";
import type { AddState, Edge, EdgeKind, Node, View } from "../../protocol.gen";
import { arriving, leaving, newEdge, waysOut, withEdges } from "../graph";
import { grown } from "../place";

/** A new state, put into an arrow, behind a state, or alone; the first of a scope is its start. */
export function addState(view: View, intent: AddState): View {
  if (view.nodes[intent.uid]) return view;
  const node = created(intent);
  const added = grown({ ...view, nodes: { ...view.nodes, [node.id]: node } }, node.parent);
  return withEdges(added, linked(added, intent, node));
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
    terminal: true,
    problems: [],
  };
}

function linked(view: View, intent: AddState, node: Node): Edge[] {
  const edges = Object.values(view.edges);
  const into = intent.edge ? view.edges[intent.edge] : undefined;
  if (into) return inserted(edges, into, node);
  const after = intent.after ? view.nodes[intent.after] : undefined;
  if (after) return appended(view, edges, after, node);
  const isFirst = !Object.values(view.nodes).some((other) => other.parent === node.parent && other !== node);
  return isFirst && arriving(view, node.id).length === 0
    ? [...edges, newEdge(node.parent, "start", node.id)]
    : edges;
}

function inserted(edges: Edge[], into: Edge, node: Node): Edge[] {
  const redirected = edges.map((edge) => (edge === into ? { ...edge, target: node.id } : edge));
  return [...redirected, ...goingOn(node, into.target)];
}

function appended(view: View, edges: Edge[], after: Node, node: Node): Edge[] {
  const way = waysOut(after.type)[0];
  if (!way) return edges;
  const existing = leaving(view, after.id, way)[0];
  return existing ? inserted(edges, existing, node) : [...edges, newEdge(after.id, way, node.id)];
}

function goingOn(node: Node, target: string): Edge[] {
  const way: EdgeKind | undefined = waysOut(node.type)[0];
  return way ? [newEdge(node.id, way, target)] : [];
}
