import { useReactFlow, useStore } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { useCell } from "../cell";
import { useTools } from "../context";
import { moveFocus } from "../focus";
import { GLYPHS } from "../nodes/glyphs";
import { type Entry, FAVOURITES, FLOW } from "../palette/entries";
import { ServiceIcon } from "../services/ServiceIcon";
import { entryName } from "./adding";

const OFFERED: Entry[] = [...FAVOURITES.slice(0, 1), ...FLOW];

/** Where an arrow was drawn to a free place: what may stand there. */
export function NewStateMenu({ onPick }: { onPick: (entry: Entry) => void }) {
  const { looseEnd, words } = useTools();
  const loose = useCell(looseEnd, (value) => value);
  const menu = useRef<HTMLDivElement>(null);
  const { flowToScreenPosition } = useReactFlow();
  const board = useStore((state) => state.domNode)?.getBoundingClientRect();
  useEffect(() => {
    if (loose) menu.current?.querySelector("button")?.focus();
  }, [loose]);
  if (!loose || !board) return null;
  const { x, y } = flowToScreenPosition(loose.point);
  const close = () => looseEnd.set(null);
  return (
    <div
      ref={menu}
      className="new-state-menu"
      role="menu"
      tabIndex={-1}
      aria-label={words("menu.title")}
      style={{
        left: Math.min(x - board.left, board.width - 200),
        top: Math.max(8, Math.min(y - board.top, board.height - 36 * OFFERED.length - 16)),
      }}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || close()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") close();
        if (event.key === "ArrowDown") moveFocus(event, 1);
        if (event.key === "ArrowUp") moveFocus(event, -1);
      }}
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
          <Icon entry={entry} />
          {entryName(entry, words)}
        </button>
      ))}
    </div>
  );
}

function Icon({ entry }: { entry: Entry }) {
  if (entry.type === "Task") return <ServiceIcon service={entry.service} />;
  const Glyph = GLYPHS[entry.type];
  return <Glyph size={18} aria-hidden />;
}
