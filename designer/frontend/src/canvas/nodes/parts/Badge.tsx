import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { MouseEvent } from "react";
import type { Problem, Severity } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";

const RANK: Severity[] = ["error", "warning", "hint"];
const ICONS = { error: CircleAlert, warning: TriangleAlert, hint: Info };

/** How many problems there are, in the colour of the worst; their words on hover. */
export function Badge({ problems }: { problems: Problem[] }) {
  const { hint } = useTools();
  const worst = RANK.find((severity) => problems.some((problem) => problem.severity === severity));
  if (!worst) return null;
  const Icon = ICONS[worst];
  const sorted = problems.toSorted((one, other) => RANK.indexOf(one.severity) - RANK.indexOf(other.severity));
  const show = (event: MouseEvent) =>
    hint.set({ problems: sorted, place: event.currentTarget.getBoundingClientRect() });
  const hide = () => hint.set(null);
  return (
    <span
      className={`badge badge-${worst}`}
      role="note"
      aria-label={sorted.map((problem) => problem.message).join(" ")}
      data-testid="badge"
      onMouseEnter={show}
      onMouseLeave={hide}
    >
      <Icon size={14} aria-hidden />
      {problems.length > 1 && problems.length}
    </span>
  );
}
