import { X, Zap } from "lucide-react";
import { labelSelector } from "../../edges/labels";
import { edgeSelector, nodeSelector } from "../../flow/reactFlowDom";
import type { FailurePath, View } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { useCourseInSight } from "./useCourseInSight";

const MARKS = ["failed", "passed", "done", "perhaps"] as const;

/** The course of a failure over the flow, as Python has computed it: the rest is dimmed, nothing is changed. */
export function FailurePathOverlay({ failure, view }: { failure: FailurePath; view: View }) {
  const { dispatch, words } = useTools();
  useCourseInSight(failure);
  if (!view.nodes[failure.failed]) return null;
  const isState = (id: string) => id in view.nodes;
  const edges = failure.passed.filter((id) => !isState(id));
  const passed = failure.passed.filter((id) => isState(id) && id !== failure.failed);
  const marked = {
    failed: [failure.failed],
    passed,
    done: failure.done.filter((id) => id !== failure.failed),
    perhaps: failure.perhaps.filter((id) => id !== failure.failed),
  };
  const lit = [...Object.values(marked).flat().map(nodeSelector), ...edges.flatMap(withLabel)];
  const badge = (mark: (typeof MARKS)[number]) =>
    marked[mark].map(
      (id) => `${nodeSelector(id)}::after { content: ${JSON.stringify(words(`failure.${mark}`))}; }`,
    );
  return (
    <section className="failure-path" aria-label={words("failure.title")} data-failed={failure.failed}>
      <style>{`
        ${lit.join(", ")} { opacity: 1 !important; }
        ${styled(marked.failed, "outline: 4px solid var(--red);")}
        ${styled(passed, "outline: 3px solid var(--amber);")}
        ${styled(marked.done, "outline: 3px solid var(--green);")}
        ${styled(marked.perhaps, "outline: 3px dashed var(--green);")}
        ${styled([...marked.done, ...marked.perhaps], "--mark: var(--green);")}
        ${styled(marked.failed, "--mark: var(--red);")}
        ${["failed", "done", "perhaps"].flatMap((mark) => badge(mark as (typeof MARKS)[number])).join("\n")}
        ${edges.map((id) => `${edgeSelector(id)} .arrow`).join(", ") || "#none"} { stroke: var(--red); stroke-width: 3.5; }
      `}</style>
      <Zap size={18} aria-hidden />
      <strong title={failure.title}>{failure.title}</strong>
      <ul>
        {MARKS.filter((mark) => marked[mark].length > 0).map((mark) => (
          <li key={mark} data-mark={mark} data-count={marked[mark].length}>
            {words(`failure.${mark}`)}
          </li>
        ))}
      </ul>
      <button
        type="button"
        aria-label={words("failure.close")}
        title={words("failure.close")}
        onClick={() => dispatch({ kind: "what-if", error: null })}
      >
        <X size={18} aria-hidden />
      </button>
    </section>
  );
}

function withLabel(id: string): string[] {
  return [edgeSelector(id), labelSelector(id)];
}

function styled(ids: string[], style: string): string {
  return ids.length > 0 ? `${ids.map(nodeSelector).join(", ")} { ${style} }` : "";
}
