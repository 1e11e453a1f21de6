import type { Intent, View } from "../../protocol/protocol.gen";
import { addBranch } from "./addBranch";
import { addLane } from "./addLane";
import { addNote } from "./addNote";
import { addState } from "./addState";
import { connect } from "./connect";
import { remove } from "./delete";
import { editNote } from "./editNote";
import { moveStates } from "./moveStates";
import { moveToScope } from "./moveToScope";
import { nameForBusiness } from "./nameForBusiness";
import { reconnect } from "./reconnect";
import { renameLane } from "./renameLane";
import { renameState } from "./renameState";
import { resizeLane } from "./resizeLane";

type Reducers = { [Kind in Intent["kind"]]: (view: View, intent: Extract<Intent, { kind: Kind }>) => View };

/** Only Python knows what comes of these: the picture waits for its answer. */
const unknown = (view: View) => view;

const reducers: Reducers = {
  "add-state": addState,
  connect,
  reconnect,
  "rename-state": renameState,
  "name-for-business": nameForBusiness,
  delete: remove,
  "move-states": moveStates,
  "move-to-scope": moveToScope,
  "add-branch": addBranch,
  "add-note": addNote,
  "edit-note": editNote,
  "add-lane": addLane,
  "rename-lane": renameLane,
  "resize-lane": resizeLane,
  copy: unknown,
  find: unknown,
  paste: unknown,
  duplicate: unknown,
  wrap: unknown,
  "auto-layout": unknown,
  undo: unknown,
  redo: unknown,
  select: unknown,
  "look-as": unknown,
};

/** What the picture most likely is after `intent`, shown until Python answers. */
export function apply(view: View, intent: Intent): View {
  const reducer = reducers[intent.kind] as (view: View, intent: Intent) => View;
  return reducer(view, intent);
}
