import { useCell } from "../base/cell";
import { useTools } from "../tools/context";

const WIDTH = 340;
const MARGIN = 8;

/** The words of the problems, or of the note, that are pointed at; they don't shrink with the flow. */
export function Hints() {
  const { hint } = useTools();
  const shown = useCell(hint, (value) => value);
  if (!shown) return null;
  const { markers, note, place } = shown;
  const left = Math.max(MARGIN, Math.min(place.left, window.innerWidth - WIDTH - MARGIN));
  const isLow = place.bottom > window.innerHeight - 160;
  const style = isLow ? { bottom: window.innerHeight - place.top + MARGIN } : { top: place.bottom + MARGIN };
  return (
    <div className="hints" role="tooltip" style={{ left, maxWidth: WIDTH, ...style }}>
      {note && <p className="hint-note">{note}</p>}
      {markers.map((marker) => (
        <p key={marker.code + marker.message} className={`problem problem-${marker.severity}`}>
          {marker.message}
        </p>
      ))}
    </div>
  );
}
