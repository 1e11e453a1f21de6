import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { MouseEvent } from "react";
import type { Marker, Severity } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";

const RANK: Severity[] = ["error", "warning", "hint"];
const ICONS = { error: CircleAlert, warning: TriangleAlert, hint: Info };

/**
 * The count of the problems, in the colour of the worst; their words on hover. What is only to be filled in yet
 * is marked alike, but is no problem.
 */
export function Badge({ markers }: { markers: Marker[] }) {
  const { hint } = useTools();
  const worst = RANK.find((severity) => markers.some((marker) => marker.severity === severity));
  if (!worst) return null;
  const Icon = ICONS[worst];
  const sorted = markers.toSorted((one, other) => RANK.indexOf(one.severity) - RANK.indexOf(other.severity));
  const show = (event: MouseEvent) =>
    hint.set({ markers: sorted, place: event.currentTarget.getBoundingClientRect() });
  const hide = () => hint.set(null);
  return (
    <span
      className={worst === "hint" ? "to-fill-in" : `badge badge-${worst}`}
      role="note"
      aria-label={sorted.map((marker) => marker.message).join(" ")}
      data-testid={worst === "hint" ? "to-fill-in" : "badge"}
      onMouseEnter={show}
      onMouseLeave={hide}
    >
      <Icon size={14} aria-hidden />
      {markers.length > 1 && markers.length}
    </span>
  );
}
