import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useCell } from "../../base/cell";
import { trapFocus } from "../../base/focus";
import { withKeys } from "../../commands/commands";
import { useTools } from "../../tools/context";

/** The commands by mouse and key together; the words of gestures are `canvas.gesture.<gesture>`. */
const GESTURES: [what: string, ...gestures: string[]][] = [["selectMore", "shift-click", "shift-drag"]];
const SHOWN: Record<string, string> = { Arrow: "← ↑ → ↓", Escape: "Esc" };

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
          {withKeys().map(([id, keys]) => (
            <Row key={id} what={id} keys={keys.map(shown)} />
          ))}
          {GESTURES.map(([what, ...gestures]) => (
            <Row key={what} what={what} keys={gestures.map((gesture) => words(`gesture.${gesture}`))} />
          ))}
        </dl>
      </div>
    </div>
  );
}

function Row({ what, keys }: { what: string; keys: string[] }) {
  const { words } = useTools();
  return (
    <div>
      <dt>{words(`keys.${what}`)}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}

/** "Alt+Arrow" as people write it. */
function shown(key: string): string {
  return key
    .split("+")
    .map((part) => SHOWN[part] ?? part)
    .join(key.includes("Arrow") ? " + " : "+");
}
