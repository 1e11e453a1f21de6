import { Search } from "lucide-react";
import { Fragment, useState } from "react";
import { useCell } from "../base/cell";
import { moveFocus } from "../base/focus";
import type { Language } from "../base/words";
import { entryName } from "../features/adding/newStates";
import { EntryIcon } from "../icons/EntryIcon";
import { type Entry, FAVOURITES, FLOW, foundEntry, isFavourite, PATTERNS } from "../model/entries";
import type { SearchResult } from "../protocol/protocol.gen";
import { useTools } from "../tools/context";
import { Annotations, type Props as AnnotationsProps } from "./Annotations";
import { useEntryDrag } from "./useEntryDrag";
import { useFinding } from "./useFinding";

/** The longest search text that Python takes. */
const LONGEST = 100;

interface Props {
  onDrop: (entry: Entry, pointer: { x: number; y: number }) => void;
  onDrag: (pointer: { x: number; y: number } | null) => void;
  onAppend: (entry: Entry) => void;
}

type PaletteProps = Props &
  Pick<AnnotationsProps, "onNote" | "onLane"> & { language: Language; found: SearchResult | null };

/** The entries that can be added: dragged onto the canvas, or clicked to follow the selected state. */
export function Palette({ language, found, onNote, onLane, ...props }: PaletteProps) {
  const { words, panels } = useTools();
  const width = useCell(panels, ({ palette }) => palette.size);
  const [sought, setSought] = useState("");
  useFinding(sought);
  const wanted = sought.trim().toLowerCase();
  const matching = (entries: Entry[]) =>
    entries.filter((entry) => `${entryName(entry, words)} ${entry.template}`.toLowerCase().includes(wanted));
  const sections: [name: string, entries: Entry[]][] = [
    ["flow", matching(FLOW)],
    ["services", matching(FAVOURITES)],
    ["patterns", matching(PATTERNS[language])],
    [
      "more",
      found?.query === wanted ? found.actions.map(foundEntry).filter((entry) => !isFavourite(entry)) : [],
    ],
  ];
  const first = sections.flatMap(([, entries]) => entries)[0];
  return (
    <nav
      className="palette"
      aria-label={words("palette.title")}
      style={{ width }}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") moveFocus(event, 1);
        if (event.key === "ArrowUp") moveFocus(event, -1);
      }}
    >
      <label className="search">
        <Search size={16} aria-hidden />
        <input
          type="search"
          maxLength={LONGEST}
          placeholder={words("palette.search")}
          aria-label={words("palette.search")}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === "Enter" && !nativeEvent.isComposing && wanted && first) props.onAppend(first);
          }}
        />
      </label>
      {sections.map(([name, entries]) => (
        <Fragment key={name}>
          <Section title={words(`palette.${name}`)} entries={entries} {...props} />
          {name === "flow" && <Annotations sought={wanted} onNote={onNote} onLane={onLane} />}
        </Fragment>
      ))}
      {!first && <p className="nothing">{words("palette.nothing")}</p>}
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
