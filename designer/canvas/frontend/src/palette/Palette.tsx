import { Search } from "lucide-react";
import { useState } from "react";
import { useTools } from "../context";
import { entryName } from "../flow/adding";
import { moveFocus } from "../focus";
import { Annotations, type Props as AnnotationsProps } from "./Annotations";
import { EntryIcon } from "./EntryIcon";
import { type Entry, FAVOURITES, FLOW } from "./entries";
import { useEntryDrag } from "./useEntryDrag";

interface Props {
  onDrop: (entry: Entry, pointer: { x: number; y: number }) => void;
  onDrag: (pointer: { x: number; y: number } | null) => void;
  onAppend: (entry: Entry) => void;
}

/** What can be added: dragged onto the canvas, or clicked to follow the selected state. */
export function Palette({ onNote, onLane, ...props }: Props & Pick<AnnotationsProps, "onNote" | "onLane">) {
  const { words } = useTools();
  const [sought, setSought] = useState("");
  const isFound = (entry: Entry) =>
    `${entryName(entry, words)} ${entry.template}`.toLowerCase().includes(sought.trim().toLowerCase());
  const [flow, services] = [FLOW.filter(isFound), FAVOURITES.filter(isFound)];
  return (
    <nav
      className="palette"
      aria-label={words("palette.title")}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") moveFocus(event, 1);
        if (event.key === "ArrowUp") moveFocus(event, -1);
      }}
    >
      <label className="search">
        <Search size={16} aria-hidden />
        <input
          type="search"
          placeholder={words("palette.search")}
          aria-label={words("palette.search")}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          onKeyDown={({ key, nativeEvent }) => {
            const [first] = [...flow, ...services];
            if (key === "Enter" && !nativeEvent.isComposing && sought && first) props.onAppend(first);
          }}
        />
      </label>
      <Section title={words("palette.flow")} entries={flow} {...props} />
      <Section title={words("palette.services")} entries={services} {...props} />
      <Annotations sought={sought.trim().toLowerCase()} onNote={onNote} onLane={onLane} />
      {flow.length + services.length === 0 && <p className="nothing">{words("palette.nothing")}</p>}
    </nav>
  );
}

function Section({ title, entries, ...props }: Props & { title: string; entries: Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {entries.map((entry) => (
        <Item key={entry.template} entry={entry} {...props} />
      ))}
    </section>
  );
}

function Item({ entry, onDrop, onDrag, onAppend }: Props & { entry: Entry }) {
  const { words } = useTools();
  const drag = useEntryDrag({
    onMove: onDrag,
    onDrop: (pointer) => onDrop(entry, pointer),
    onClick: () => onAppend(entry),
  });
  const name = entryName(entry, words);
  return (
    <button type="button" className="entry" data-template={entry.template} {...drag.handlers}>
      <span className={`icon family-${entry.type.toLowerCase()}`}>
        <EntryIcon entry={entry} />
      </span>
      <span>{name}</span>
      {drag.pointer && (
        <span className="ghost" style={{ left: drag.pointer.x, top: drag.pointer.y }}>
          {name}
        </span>
      )}
    </button>
  );
}
