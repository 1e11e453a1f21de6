import { caption } from "../src/canvas/model/captions";
import { newEdge } from "../src/canvas/model/graph";
import type { Edge, Node, View } from "../src/canvas/protocol/protocol.gen";

/** A view for tests: states stand in a column, and `arrows` are written "A next B". */
export function sample(names: string[], arrows: string[] = []): View {
  const nodes = names.map((name, index): [string, Node] => [name, state(name, index)]);
  const edges = arrows.map((arrow, index): [string, Edge] => {
    const [source = "", kind = "", target = ""] = arrow.split(" ");
    const place = kind === "choice" || kind === "catch" ? index : "";
    const edge = newEdge(source === "start" ? "" : source, kind as Edge["kind"], target, place);
    return [edge.id, edge];
  });
  return {
    nodes: Object.fromEntries(nodes),
    edges: Object.fromEntries(edges),
    notes: {},
    lanes: {},
    can_undo: false,
    can_redo: false,
  };
}

export function state(id: string, index = 0, more: Partial<Node> = {}): Node {
  return {
    id,
    type: "Task",
    name: id,
    parent: "",
    x: 0,
    y: index * 120,
    width: 220,
    height: 64,
    business: caption(more.name ?? id),
    engineering: caption(more.name ?? id),
    service: "",
    language: "JSONPath",
    terminal: false,
    markers: [],
    ...more,
  };
}

/** The arrows of a view, written "A next B". */
export function arrows(view: View): string[] {
  return Object.values(view.edges)
    .map(({ kind, source, target }) => `${kind === "start" ? "start" : source} ${kind} ${target}`)
    .sort();
}
