import { moveFocus } from "../base/focus";
import { type CommandState, type Commands, isOffered } from "../commands/commands";
import { useTools } from "../tools/context";
import { Tool } from "./Tool";

const IDS = [
  "connect",
  "wrapInParallel",
  "wrapInMap",
  "extract",
  "layOut",
  "addLane",
  "duplicate",
  "remove",
] as const;

interface Props {
  commands: Commands;
  state: CommandState;
}

/** The commands for the selected states, for those who don't know the keys. */
export function SelectionBar({ commands, state }: Props) {
  const { subject, words } = useTools();
  if (state.selected.length === 0) return null;
  return (
    <div
      className="toolbar"
      role="toolbar"
      aria-label={words("selection.title")}
      onKeyDown={(event) => {
        if (event.key === "ArrowRight") moveFocus(event, 1);
        if (event.key === "ArrowLeft") moveFocus(event, -1);
      }}
    >
      {IDS.filter((id) => isOffered(id, subject)).map((id) => (
        <Tool key={id} id={id} commands={commands} state={state} />
      ))}
    </div>
  );
}
