import { type LucideIcon, SquareDashed, StickyNote } from "lucide-react";
import type { Point } from "../routing/geometry";
import { useTools } from "../tools/context";
import { useEntryDrag } from "./useEntryDrag";

export interface Props {
  sought: string;
  onNote: (pointer: Point | null) => void;
  onLane: (pointer: Point | null) => void;
}

/** The palette's notes and lanes, which stand beside the states and are no part of what runs. */
export function Annotations({ sought, onNote, onLane }: Props) {
  const { words } = useTools();
  const items: [name: string, icon: LucideIcon, add: (pointer: Point | null) => void][] = [
    ["note", StickyNote, onNote],
    ["lane", SquareDashed, onLane],
  ];
  const found = items.filter(([name]) => words(`palette.${name}`).toLowerCase().includes(sought));
  if (found.length === 0) return null;
  return (
    <section>
      <h2>{words("palette.annotations")}</h2>
      {found.map(([name, icon, add]) => (
        <Item key={name} name={name} icon={icon} onAdd={add} />
      ))}
    </section>
  );
}

function Item({ name, icon: Icon, onAdd }: { name: string; icon: LucideIcon; onAdd: Props["onNote"] }) {
  const { words } = useTools();
  const drag = useEntryDrag({ onMove: () => {}, onDrop: onAdd, onClick: () => onAdd(null) });
  const label = words(`palette.${name}`);
  return (
    <button type="button" className="entry" data-annotation={name} {...drag.handlers}>
      <span className={`icon family-${name}`}>
        <Icon size={18} aria-hidden />
      </span>
      <span>{label}</span>
      {drag.pointer && (
        <span className="ghost" style={{ left: drag.pointer.x, top: drag.pointer.y }}>
          {label}
        </span>
      )}
    </button>
  );
}
