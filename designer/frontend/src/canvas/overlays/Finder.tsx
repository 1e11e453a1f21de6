import { Search as Glass } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useInitialFocus } from "../base/useInitialFocus";
import { useTools } from "../tools/context";

const MOST = 8;

export interface Option {
  id: string;
  name: string;
  icon?: ReactNode;
}

interface Props {
  title: string;
  options: Option[];
  onChoose: (id: string) => void;
  onClose: () => void;
}

/** A field in which something is found by its name, and chosen from what is found. */
export function Finder({ title, options, onChoose, onClose }: Props) {
  const { words } = useTools();
  const field = useRef<HTMLInputElement>(null);
  useInitialFocus(field);
  const [sought, setSought] = useState("");
  const [at, setAt] = useState(0);
  const wanted = sought.trim().toLowerCase();
  const found = options.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, MOST);
  const choose = (option: Option | undefined) => {
    onClose();
    if (option) onChoose(option.id);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step && found.length > 0) setAt((at + step + found.length) % found.length);
    if (event.key === "Enter") choose(found[at]);
    if (event.key === "Escape") onClose();
    if (step || event.key === "Enter") event.preventDefault();
  };
  return (
    <div className="finder">
      <label className="search">
        <Glass size={16} aria-hidden />
        <input
          ref={field}
          role="combobox"
          aria-label={title}
          aria-expanded={found.length > 0}
          aria-controls="finder-list"
          aria-activedescendant={found[at] ? `finder-${at}` : undefined}
          placeholder={title}
          value={sought}
          onChange={(event) => {
            setSought(event.target.value);
            setAt(0);
          }}
          onKeyDown={handleKey}
          onBlur={({ currentTarget, relatedTarget }) =>
            currentTarget.closest(".finder")?.contains(relatedTarget) || onClose()
          }
        />
      </label>
      <div id="finder-list" role="listbox" aria-label={title} hidden={found.length === 0}>
        {found.map((option, index) => (
          <div
            key={option.id}
            id={`finder-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={() => choose(option)}
          >
            {option.icon}
            {option.name}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="nothing">{words("palette.nothing")}</p>}
    </div>
  );
}
