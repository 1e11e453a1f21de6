import type { EdgeKind } from "../protocol/protocol.gen";
import { useTools } from "../tools/context";

const KINDS: EdgeKind[] = ["writes", "reads"];

/** The lines of a sketch: what each stands for. */
export function Legend() {
  const { words } = useTools();
  return (
    <ul className="legend">
      {KINDS.map((kind) => (
        <li key={kind}>
          <svg width="44" height="12" aria-hidden="true">
            <path d="M2 6H40" className={`arrow arrow-${kind}`} markerEnd={`url(#arrowhead-${kind})`} />
          </svg>
          {words(`legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
