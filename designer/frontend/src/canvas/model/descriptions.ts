import type { Translate } from "../base/words";
import type { Edge, Node, View, ViewMode } from "../protocol/protocol.gen";

/** A state in words, for those who don't see it. */
export function stateInWords(node: Node, viewMode: ViewMode, words: Translate): string {
  const type = node.type === "Branch" ? "" : words(`type.${node.type}`);
  const count = node.markers.length;
  const parts = [
    node[viewMode].title,
    type,
    node[viewMode].badge?.words,
    node[viewMode].line,
    node.terminal ? words("state.ends") : "",
    count > 0 ? words("state.problems", { count }) : "",
  ];
  return [...new Set(parts)].filter(Boolean).join(", ");
}

/** An edge in words. */
export function edgeInWords(view: View, viewMode: ViewMode, edge: Edge, words: Translate): string {
  const name = (id: string) => view.nodes[id]?.[viewMode].title ?? "";
  const values = { from: name(edge.source), to: name(edge.target), label: edge[viewMode] };
  return words(`arrow.${edge.kind}`, values);
}
