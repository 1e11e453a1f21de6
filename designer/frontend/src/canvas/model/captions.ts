import type { Caption, Node, View } from "../protocol/protocol.gen";
import { renamedLine } from "./parameters";

/** The caption of a state of which only the title, and a line below it, are there yet. */
export function caption(title: string, line = ""): Caption {
  return { title, badge: null, marks: [], line, facts: [], note: "" };
}

/**
 * The state with another name, which is its title where the business has none of its own for it. A deployment
 * parameter that is named after the state gets its new name, too.
 */
export function renamed(view: View, node: Node, name: string): Node {
  const { business, engineering } = node;
  const title = business.title === node.name ? name : business.title;
  const line = renamedLine(view, node, name);
  return {
    ...node,
    name,
    business: { ...business, title },
    engineering: { ...engineering, title: name, line },
  };
}
