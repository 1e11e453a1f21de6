import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useCell } from "../../base/cell";
import { useTools } from "../../tools/context";
import { folded, LIMITS, type Panel, resized } from "../../tools/panels";

const STEP = 24;
const ICONS = {
  palette: [ChevronLeft, ChevronRight],
  inspector: [ChevronRight, ChevronLeft],
  drawer: [ChevronDown, ChevronUp],
};
/** The keys that make a panel larger, and smaller. */
const KEYS = {
  palette: ["ArrowRight", "ArrowLeft"],
  inspector: ["ArrowLeft", "ArrowRight"],
  drawer: ["ArrowUp", "ArrowDown"],
};

/** The edge between the flow and a panel: dragged, it resizes the panel; its button folds and unfolds it. */
export function Splitter({ panel }: { panel: Panel }) {
  const { words, panels } = useTools();
  const { size, isFolded } = useCell(panels, (all) => all[panel]);
  const begin = useRef<{ pointer: number; size: number } | null>(null);
  const at = ({ clientX, clientY }: PointerEvent) =>
    panel === "palette" ? clientX : panel === "inspector" ? -clientX : -clientY;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = KEYS[panel].indexOf(event.key);
    if (step < 0) return;
    event.preventDefault();
    event.stopPropagation();
    panels.set(resized(panels.get(), panel, size + (step === 0 ? STEP : -STEP)));
  };
  const Icon = ICONS[panel][isFolded ? 1 : 0] ?? ChevronRight;
  const name = words(`panel.${isFolded ? "unfold" : "fold"}.${panel}`);
  return (
    <div className={`splitter is-${panel}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no line of a text */}
      <div
        className="edge"
        role="separator"
        tabIndex={0}
        aria-orientation={panel === "drawer" ? "horizontal" : "vertical"}
        aria-label={words(`panel.resize.${panel}`)}
        aria-valuenow={isFolded ? 0 : size}
        aria-valuemin={LIMITS[panel].least}
        aria-valuemax={LIMITS[panel].most}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          begin.current = { pointer: at(event), size: isFolded ? 0 : size };
        }}
        onPointerMove={(event) => {
          if (!begin.current) return;
          panels.set(resized(panels.get(), panel, begin.current.size + at(event) - begin.current.pointer));
        }}
        onPointerUp={() => {
          begin.current = null;
        }}
        onDoubleClick={() => panels.set(resized(panels.get(), panel, LIMITS[panel].usual))}
      />
      <button
        type="button"
        title={name}
        aria-label={name}
        aria-expanded={!isFolded}
        onClick={() => panels.set(folded(panels.get(), panel))}
      >
        <Icon size={14} aria-hidden />
      </button>
    </div>
  );
}
