import type { Translate } from "../base/words";
import type { Edge, Node, View, ViewMode } from "../protocol/protocol.gen";

/** A state in words, for those who don't see it. */
export function stateInWords(node: Node, look: ViewMode, words: Translate): string {
  const type = node.type === "Branch" ? "" : words(`type.${node.type}`);
  const count = node.markers.length;
  const parts = [
    node[look].title,
    type,
    node[look].line,
    node.terminal ? words("state.ends") : "",
    count > 0 ? words("state.problems", { count }) : "",
  ];
  return [...new Set(parts)].filter(Boolean).join(", ");
}

/** An edge in words. */
export function arrowInWords(view: View, look: ViewMode, edge: Edge, words: Translate): string {
  const name = (id: string) => view.nodes[id]?.[look].title ?? "";
  const values = { from: name(edge.source), to: name(edge.target), label: edge[look] };
  return words(`arrow.${edge.kind}`, values);
}
