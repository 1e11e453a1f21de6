import type { Reducer } from "../../model/reducer";
import type { Intent, View } from "../../protocol/protocol.gen";

const found = import.meta.glob<Reducer>(["./*.ts", "!./index.ts"], { eager: true, import: "default" });
const reducers = new Map(Object.values(found).map(({ kind, reduce }) => [kind, reduce]));

/** The sketch that is shown after `intent` until Python answers, as `client/intents` does it for a workflow. */
export function apply(view: View, intent: Intent): View {
  return reducers.get(intent.kind)?.(view, intent) ?? view;
}
