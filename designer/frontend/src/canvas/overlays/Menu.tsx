import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { moveFocus } from "../base/focus";

interface Props {
  title: string;
  style?: CSSProperties;
  /** The index of the button that has the focus first. */
  first?: number;
  /** Called with each key before the menu itself takes it. */
  onKey?: (event: KeyboardEvent) => void;
  onClose: () => void;
  children: ReactNode;
}

/** A menu over the flow: the arrow keys go through it, Escape and a click beside it close it. */
export function Menu({ title, style, first = 0, onKey, onClose, children }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current?.querySelectorAll("button")[first]?.focus(), [first]);
  return (
    <div
      ref={menu}
      className="menu"
      role="menu"
      tabIndex={-1}
      aria-label={title}
      style={style}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || onClose()}
      onKeyDown={(event) => {
        event.stopPropagation();
        onKey?.(event);
        if (event.key === "Escape") onClose();
        if (event.key === "ArrowDown") moveFocus(event, 1);
        if (event.key === "ArrowUp") moveFocus(event, -1);
      }}
    >
      {children}
    </div>
  );
}
