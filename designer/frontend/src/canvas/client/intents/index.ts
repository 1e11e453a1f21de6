import { notesApart } from "../../model/notesApart";
import type { Reducer } from "../../model/reducer";
import type { Intent, View } from "../../protocol/protocol.gen";

const found = import.meta.glob<Reducer>(["./*.ts", "!./index.ts"], { eager: true, import: "default" });
const reducers = new Map(Object.values(found).map(({ kind, reduce }) => [kind, reduce]));

/**
 * The view that is shown after `intent` until Python answers. An intent without a file in this folder shows
 * nothing before that: only Python knows what comes of it.
 */
export function apply(view: View, intent: Intent): View {
  const reduce = reducers.get(intent.kind);
  return reduce ? notesApart(view, reduce(view, intent), intent) : view;
}
