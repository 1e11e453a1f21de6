import { useStore } from "@xyflow/react";
import { Fragment } from "react";
import { moveFocus } from "../base/focus";
import type { CommandState, Commands } from "../commands/commands";
import { useTools } from "../tools/context";
import { Tool } from "./Tool";

const GROUPS = [
  ["undo", "redo"],
  ["autoLayout"],
  ["zoomOut", "resetZoom", "zoomIn", "showAll", "toggleMap", "toggleFullScreen"],
  ["play", "search", "showKeys"],
] as const;

interface Props {
  commands: Commands;
  state: CommandState;
}

/** The commands for the whole flow and for the viewport. */
export function Toolbar({ commands, state }: Props) {
  const { words } = useTools();
  return (
    <div
      className="toolbar"
      role="toolbar"
      aria-label={words("tool.title")}
      onKeyDown={(event) => {
        if (event.key === "ArrowRight") moveFocus(event, 1);
        if (event.key === "ArrowLeft") moveFocus(event, -1);
      }}
    >
      {GROUPS.map((group, index) => (
        <Fragment key={group[0]}>
          {index > 0 && <span className="divider" />}
          {group.map((id) =>
            id === "resetZoom" ? (
              <Zoom key={id} onReset={commands.resetZoom} />
            ) : (
              <Tool key={id} id={id} commands={commands} state={state} />
            ),
          )}
        </Fragment>
      ))}
    </div>
  );
}

/** The zoom in percent; a click sets it to 100 %. */
function Zoom({ onReset }: { onReset: () => void }) {
  const { words } = useTools();
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <button type="button" className="zoom" title={words("tool.zoom")} onClick={onReset}>
      {percent}%
    </button>
  );
}
