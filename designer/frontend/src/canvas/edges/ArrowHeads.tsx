const KINDS = ["start", "next", "choice", "default", "catch", "accent", "reads", "writes"];
const TRIANGLE = "M1 1L9 5L1 9z";
/** What a table is written by ends in a diamond; what is read from it, in an open head. */
const SHAPES: Record<string, string> = { reads: "M2 1.5L8.5 5L2 8.5", writes: "M0.5 5L5 1.5L9.5 5L5 8.5z" };

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
            <path d={SHAPES[kind] ?? TRIANGLE} className={`arrow-head arrow-head-${kind}`} />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
