import { useReactFlow, useStore } from "@xyflow/react";
import { useCell } from "../../base/cell";
import { EntryIcon } from "../../icons/EntryIcon";
import { type Entry, OFFERED } from "../../model/entries";
import { Menu } from "../../overlays/Menu";
import { useTools } from "../../tools/context";
import { entryName } from "./newStates";

/** The menu at the end of an edge that was drawn to a free place: the states that can be put there. */
export function NewStateMenu({ onPick }: { onPick: (entry: Entry) => void }) {
  const { looseEnd, words } = useTools();
  const loose = useCell(looseEnd, (value) => value);
  const { flowToScreenPosition } = useReactFlow();
  const board = useStore((state) => state.domNode)?.getBoundingClientRect();
  if (!loose || !board) return null;
  const { x, y } = flowToScreenPosition(loose.point);
  const close = () => looseEnd.set(null);
  return (
    <Menu
      title={words("menu.title")}
      style={{
        left: Math.min(x - board.left, board.width - 200),
        top: Math.max(8, Math.min(y - board.top, board.height - 36 * OFFERED.length - 16)),
      }}
      onClose={close}
    >
      {OFFERED.map((entry) => (
        <button
          key={entry.template}
          type="button"
          role="menuitem"
          data-offer={entry.template}
          onClick={() => {
            onPick(entry);
            close();
          }}
        >
          <EntryIcon entry={entry} />
          {entryName(entry, words)}
        </button>
      ))}
    </Menu>
  );
}
