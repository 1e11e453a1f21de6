import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useCell } from "../../base/cell";
import { useTools } from "../../tools/context";
import { LIMITS, type Panel, resized } from "../../tools/panels";

const STEP = 24;
/** The keys that make a panel larger, and smaller. */
const KEYS = {
  palette: ["ArrowRight", "ArrowLeft"],
  inspector: ["ArrowLeft", "ArrowRight"],
  drawer: ["ArrowUp", "ArrowDown"],
};

/** The edge between the flow and a panel: dragged, or moved by arrow keys, it resizes the panel. */
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
    </div>
  );
}
