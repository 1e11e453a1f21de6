import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useCell } from "../cell";
import { useTools } from "../context";
import { trapFocus } from "../focus";

/** What each key does; the words are `canvas.keys.<what>`, those of gestures `canvas.gesture.<gesture>`. */
const KEYS: [what: string, ...keys: string[]][] = [
  ["search", "Ctrl+F", "/"],
  ["select-all", "Ctrl+A"],
  ["select-more", "shift-click", "shift-drag"],
  ["rename", "F2"],
  ["delete", "Delete"],
  ["duplicate", "Ctrl+D"],
  ["copy", "Ctrl+C"],
  ["cut", "Ctrl+X"],
  ["paste", "Ctrl+V"],
  ["move", "← ↑ → ↓"],
  ["move-little", "Shift + ← ↑ → ↓"],
  ["undo", "Ctrl+Z"],
  ["redo", "Ctrl+Y", "Ctrl+Shift+Z"],
  ["choose", "Tab", "Enter"],
  ["deselect", "Esc"],
  ["keys", "?"],
];

/** The list of keys. */
export function Keys() {
  const { overlay, words } = useTools();
  const isShown = useCell(overlay, (value) => value === "keys");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isShown) button.current?.focus();
  }, [isShown]);
  if (!isShown) return null;
  const close = () => overlay.set(null);
  return (
    <div className="veil" onPointerDown={(event) => event.target === event.currentTarget && close()}>
      <div
        className="keys"
        role="dialog"
        aria-modal="true"
        aria-labelledby="keys-title"
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          trapFocus(event);
          event.stopPropagation();
        }}
      >
        <header>
          <h2 id="keys-title">{words("keys.title")}</h2>
          <button
            ref={button}
            type="button"
            aria-label={words("keys.close")}
            title={words("keys.close")}
            onClick={close}
          >
            <X size={18} aria-hidden />
          </button>
        </header>
        <dl>
          {KEYS.map(([what, ...keys]) => (
            <div key={what}>
              <dt>{words(`keys.${what}`)}</dt>
              <dd>
                {keys.map((key) => (
                  <kbd key={key}>{key.startsWith("shift-") ? words(`gesture.${key}`) : key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
