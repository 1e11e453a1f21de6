import type { EdgeKind, View } from "../protocol/protocol.gen";
import { useTools } from "../tools/context";

const KINDS: EdgeKind[] = ["next", "writes", "reads"];

/** The lines of a sketch in which tables are used: what each stands for. */
export function Legend({ view }: { view: View }) {
  const { words } = useTools();
  const used = new Set(Object.values(view.edges).map(({ kind }) => kind));
  if (!used.has("writes") && !used.has("reads")) return null;
  return (
    <ul className="legend" aria-label={words("legend.title")}>
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
