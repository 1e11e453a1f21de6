import { Columns3, Copy, Network, Repeat2, Spline, SquareDashed, Trash2 } from "lucide-react";
import { moveFocus } from "../base/focus";
import type { Commands } from "../commands/keymap";
import type { Flow } from "../flow/useFlow";
import { useTools } from "../tools/context";
import { Tool } from "./Tool";

/** What can be done to the selected states, for those who don't know its keys. */
export function SelectionBar({ flow, commands }: { flow: Flow; commands: Commands }) {
  const { words } = useTools();
  const count = flow.selected.length;
  if (count === 0) return null;
  const tools = [
    { name: "connect", icon: Spline, onClick: commands.connect, enabled: count === 1 },
    { name: "wrap-parallel", icon: Columns3, onClick: commands.wrapInParallel },
    { name: "wrap-map", icon: Repeat2, onClick: commands.wrapInMap },
    { name: "lay-out", icon: Network, onClick: commands.layOut, enabled: count > 1 },
    { name: "frame", icon: SquareDashed, onClick: commands.addLane },
    { name: "duplicate", icon: Copy, onClick: commands.duplicate },
    { name: "remove", icon: Trash2, onClick: commands.remove },
  ];
  return (
    <div
      className="toolbar selection-bar"
      role="toolbar"
      aria-label={words("selection.title")}
      aria-orientation="vertical"
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") moveFocus(event, 1);
        if (event.key === "ArrowUp") moveFocus(event, -1);
      }}
    >
      {tools.map((tool) => (
        <Tool key={tool.name} label={words(`selection.${tool.name}`)} {...tool} />
      ))}
    </div>
  );
}
