const KINDS = ["start", "next", "choice", "default", "catch", "accent"];

/** The heads of the arrows, one in each colour. */
export function ArrowHeads() {
  return (
    <svg className="arrow-heads" aria-hidden="true">
      <defs>
        {KINDS.map((kind) => (
          <marker
            key={kind}
            id={`arrowhead-${kind}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="10"
            markerHeight="10"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M1 1L9 5L1 9z" className={`arrow-head arrow-head-${kind}`} />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
