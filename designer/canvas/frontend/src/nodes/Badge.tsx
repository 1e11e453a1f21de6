import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { Problem, Severity } from "../protocol.gen";

const RANK: Severity[] = ["error", "warning", "hint"];
const ICONS = { error: CircleAlert, warning: TriangleAlert, hint: Info };

/** How many problems there are, in the colour of the worst; their words on hover and focus. */
export function Badge({ problems }: { problems: Problem[] }) {
  const worst = RANK.find((severity) => problems.some((problem) => problem.severity === severity));
  if (!worst) return null;
  const Icon = ICONS[worst];
  const sorted = [...problems].sort(
    (one, other) => RANK.indexOf(one.severity) - RANK.indexOf(other.severity),
  );
  return (
    <span className={`badge badge-${worst}`} tabIndex={0} role="note" data-testid="badge">
      <Icon size={14} aria-hidden />
      {problems.length > 1 && problems.length}
      <span className="tooltip" role="tooltip">
        {sorted.map((problem) => (
          <span key={problem.code + problem.message} className={`problem problem-${problem.severity}`}>
            {problem.message}
          </span>
        ))}
      </span>
    </span>
  );
}
