import type { Translate } from "../base/words";
import type { Intent, View } from "../protocol/protocol.gen";

/** The effect of an intent, in words for a screen reader; "" where the focus tells it. */
export function announcementOf(view: View, intent: Intent, words: Translate): string {
  if (["select", "find", "what-if", "play"].includes(intent.kind)) return "";
  const key = `said.${intent.kind}`;
  const name = (id: string) => view.nodes[id]?.name ?? "";
  switch (intent.kind) {
    case "add-state":
    case "rename-state":
    case "extract":
    case "wrap":
      return words(key, { name: intent.name });
    case "connect":
    case "reconnect":
      return words(key, { target: name(intent.target) });
    case "add-cards":
      return words(key, { name: intent.cards.map(({ text }) => text).join(", ") });
    case "draw-arrow":
      return words(key, { target: name(intent.target) });
    case "delete":
      return words(key, { count: intent.states.length + intent.edges.length });
    case "copy":
    case "duplicate":
      return words(key, { count: intent.states.length });
    case "move-to-scope":
      return words(key, { count: intent.places.length });
    default:
      return words(key);
  }
}
