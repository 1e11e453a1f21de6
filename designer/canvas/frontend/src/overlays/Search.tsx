import { Search as Glass } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useCell } from "../cell";
import { chooseState } from "../choosing";
import { useTools } from "../context";
import type { View } from "../protocol.gen";

const MOST = 8;

/** A state is found by its name; choosing it selects it and brings it into sight. */
export function Search({ view }: { view: View }) {
  const { overlay } = useTools();
  const isShown = useCell(overlay, (value) => value === "search");
  return isShown && <SearchField view={view} />;
}

function SearchField({ view }: { view: View }) {
  const { overlay, words } = useTools();
  const [sought, setSought] = useState("");
  const [at, setAt] = useState(0);
  const wanted = sought.trim().toLowerCase();
  const found = Object.values(view.nodes)
    .filter(({ type, name }) => type !== "Branch" && name.toLowerCase().includes(wanted))
    .slice(0, MOST);
  const close = () => overlay.set(null);
  const choose = (id: string | undefined) => {
    close();
    if (id) chooseState(id);
  };
  const obey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step && found.length > 0) setAt((at + step + found.length) % found.length);
    if (event.key === "Enter") choose(found[at]?.id);
    if (event.key === "Escape") close();
    if (step) event.preventDefault();
  };
  return (
    <div
      className="finder"
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || close()}
    >
      <label className="search">
        <Glass size={16} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-label={words("search.title")}
          aria-expanded="true"
          aria-controls="finder-list"
          aria-activedescendant={found[at] ? `finder-${at}` : undefined}
          placeholder={words("search.title")}
          value={sought}
          onChange={(event) => {
            setSought(event.target.value);
            setAt(0);
          }}
          onKeyDown={obey}
        />
      </label>
      <div id="finder-list" role="listbox" aria-label={words("search.title")}>
        {found.map(({ id, name }, index) => (
          <div
            key={id}
            id={`finder-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={() => choose(id)}
          >
            {name}
          </div>
        ))}
        {found.length === 0 && <p className="nothing">{words("palette.nothing")}</p>}
      </div>
    </div>
  );
}
