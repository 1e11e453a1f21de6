import { Search as Glass } from "lucide-react";
import { type CSSProperties, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useInitialFocus } from "../base/useInitialFocus";
import { useTools } from "../tools/context";

const MOST = 60;

export interface Option {
  id: string;
  name: string;
  /** Words by which it is found too, in lower case. */
  keywords?: string;
  icon?: ReactNode;
}

interface Props {
  title: string;
  options: Option[];
  style?: CSSProperties | undefined;
  onSeek?: (sought: string) => void;
  onChoose: (id: string) => void;
  onClose: () => void;
}

/** A field in which something is found by its name, and chosen from what is found. */
export function Finder({ title, options, style, onSeek, onChoose, onClose }: Props) {
  const { words } = useTools();
  const field = useRef<HTMLInputElement>(null);
  useInitialFocus(field);
  const [sought, setSought] = useState("");
  const [at, setAt] = useState(0);
  const wanted = sought.trim().toLowerCase();
  const isMeant = ({ name, keywords }: Option) => `${name} ${keywords ?? ""}`.toLowerCase().includes(wanted);
  const found = options.filter(isMeant).slice(0, MOST);
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
    <div className="finder" style={style}>
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
            onSeek?.(event.target.value);
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
            ref={index === at ? bringIntoSight : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onPointerUp={() => choose(option)}
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

function bringIntoSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}
