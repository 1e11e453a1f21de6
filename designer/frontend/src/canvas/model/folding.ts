import type { Node, View } from "../protocol/protocol.gen";
import { SIZES } from "../protocol/states.gen";
import type { Point } from "../routing/geometry";
import { withInner } from "./graph";

/**
 * A Map or Parallel drawn as a card, with the count of the states in it and its offset to the right of its
 * position.
 */
export interface Folded extends Node {
  inner: number;
  shift: number;
}

export function isFolded(node: Node): node is Folded {
  return "inner" in node;
}

/** The position of a state once nothing is folded. */
export function placeOf(node: Node): Point {
  return { x: node.x - (isFolded(node) ? node.shift : 0), y: node.y };
}

/**
 * The view with those containers folded: each is a card in the middle of its upper side, where its edges
 * begin and end, and shows the problems of what is in it. Nothing else moves.
 */
export function foldedView(view: View, ids: ReadonlySet<string>): View {
  const folded = [...ids].flatMap((id) => view.nodes[id] ?? []);
  if (folded.length === 0) return view;
  const nodes = { ...view.nodes };
  const hidden = new Set<string>();
  for (const node of folded) {
    const inside = withInner(view, node.id);
    inside.delete(node.id);
    nodes[node.id] = card(view, node, inside);
    for (const id of inside) hidden.add(id);
  }
  return {
    ...view,
    nodes: Object.fromEntries(Object.entries(nodes).filter(([id]) => !hidden.has(id))),
    edges: Object.fromEntries(Object.entries(view.edges).filter(([, { target }]) => !hidden.has(target))),
  };
}

/** The containers around a state, the nearest first. */
export function around(view: View, id: string): string[] {
  const parent = view.nodes[id]?.parent;
  return parent ? [parent, ...around(view, parent)] : [];
}

function card(view: View, node: Node, inside: ReadonlySet<string>): Folded {
  const states = [...inside].flatMap((id) => view.nodes[id] ?? []);
  const edges = Object.values(view.edges).filter(({ target }) => inside.has(target));
  const { width, height } = SIZES.Task;
  const shift = Math.round((node.width - width) / 2);
  return {
    ...node,
    width,
    height,
    shift,
    x: node.x + shift,
    inner: states.filter(({ type }) => type !== "Branch").length,
    markers: [node, ...states, ...edges].flatMap(({ markers }) => markers),
  };
}
