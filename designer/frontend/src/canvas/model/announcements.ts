import type { Translate } from "../base/words";
import type { Intent, View } from "../protocol/protocol.gen";

/** The effect of an intent, in words for a screen reader; "" where the focus tells it. */
export function announcement(view: View, intent: Intent, words: Translate): string {
  if (intent.kind === "select" || intent.kind === "find") return "";
  const said = `said.${intent.kind}`;
  const name = (id: string) => view.nodes[id]?.name ?? "";
  switch (intent.kind) {
    case "add-state":
    case "rename-state":
    case "wrap":
      return words(said, { name: intent.name });
    case "connect":
    case "reconnect":
      return words(said, { target: name(intent.target) });
    case "delete":
      return words(said, { count: intent.states.length + intent.edges.length });
    case "copy":
    case "duplicate":
      return words(said, { count: intent.states.length });
    case "move-to-scope":
      return words(said, { count: intent.places.length });
    default:
      return words(said);
  }
}
