import type { Intent, View } from "../protocol/protocol.gen";

/** Makes of a view what Python will most likely make of it after an intent of this kind. */
export interface Reducer {
  kind: Intent["kind"];
  reduce: (view: View, intent: Intent) => View;
}

/** The reducer of one kind of intent; each file in `intents/` exports one by default. */
export function reducer<Kind extends Intent["kind"]>(
  kind: Kind,
  reduce: (view: View, intent: Extract<Intent, { kind: Kind }>) => View,
): Reducer {
  return { kind, reduce: reduce as Reducer["reduce"] };
}
