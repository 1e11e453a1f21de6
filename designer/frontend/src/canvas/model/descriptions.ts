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
    ...node[viewMode].marks.map((mark) => words(`fact.${mark.kind}`, { words: mark.words })),
    node[viewMode].line,
    node.terminal ? words("state.ends") : "",
    count > 0 ? words("state.problems", { count }) : "",
  ];
  return [...new Set(parts)].filter(Boolean).join(", ");
}

interface Told {
  words: Translate;
  from: string;
  to: string;
  label: string;
  text: string;
}

const told = new WeakMap<Edge, Told>();

/** An edge in words; they are put together again only when something in them has changed. */
export function edgeInWords(view: View, viewMode: ViewMode, edge: Edge, words: Translate): string {
  const from = view.nodes[edge.source]?.[viewMode].title ?? "";
  const to = view.nodes[edge.target]?.[viewMode].title ?? "";
  const label = edge[viewMode];
  const old = told.get(edge);
  if (old && old.words === words && old.from === from && old.to === to && old.label === label)
    return old.text;
  const text = words(`arrow.${edge.kind}`, { from, to, label });
  told.set(edge, { words, from, to, label, text });
  return text;
}
