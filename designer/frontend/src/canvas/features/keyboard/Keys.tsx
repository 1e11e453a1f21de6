import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useCell } from "../../base/cell";
import { trapFocus } from "../../base/focus";
import { wordsFor } from "../../base/words";
import { withKeys } from "../../commands/commands";
import { useTools } from "../../tools/context";

/** The commands by mouse and key together; the words of gestures are `canvas.gesture.<gesture>`. */
const GESTURES: [what: string, ...gestures: string[]][] = [["selectMore", "shift-click", "shift-drag"]];
/** The keys of the card that is selected or written on. */
const WRITING: [what: string, ...keys: string[]][] = [
  ["nextCard", "Enter"],
  ["besideCard", "Tab"],
  ["siblingCard", "Shift+Tab"],
  ["newLine", "Shift+Enter"],
  ["chooseKind", "/", "Alt+1", "Alt+9"],
];
const SHOWN: Record<string, string> = { Arrow: "← ↑ → ↓", Escape: "Esc" };

/** The list of keys. */
export function Keys() {
  const { subject, overlay, words } = useTools();
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
          {subject === "sketch" &&
            WRITING.map(([what, ...keys]) => <Row key={what} what={what} keys={keys} />)}
          {withKeys(subject).map(([id, keys]) => (
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
  const { subject, words } = useTools();
  return (
    <div>
      <dt>{wordsFor(words, subject, `keys.${what}`)}</dt>
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
