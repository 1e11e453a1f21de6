import { ArrowDown, ArrowLeft, StickyNote, UserRound, X } from "lucide-react";
import type { View } from "../../protocol/protocol.gen";
import { useTools, useViewMode } from "../../tools/context";
import { Spotlight } from "./Spotlight";
import type { Continuation } from "./tour";
import type { Presenting } from "./usePresenting";

/** The words of a presentation about its current state, and the buttons that lead on from there. */
export function Presentation({ view, presenting }: { view: View; presenting: Presenting }) {
  const { words } = useTools();
  const viewMode = useViewMode();
  const { current, choices, continuation, step, go, back, end } = presenting;
  const node = view.nodes[current ?? ""];
  if (!node) return null;
  const { title, line, note } = node[viewMode];
  return (
    <section className="presentation" aria-label={words("present.title")}>
      <Spotlight view={view} current={node.id} continuation={continuation} />
      <div className="presented" aria-live="polite">
        <h2>{title}</h2>
        {line && (
          <p className="presented-line">
            {viewMode === "business" && <UserRound size={28} aria-hidden />}
            {line}
          </p>
        )}
        {note && (
          <p className="presented-note">
            <StickyNote size={26} aria-hidden />
            <span>{note}</span>
          </p>
        )}
      </div>
      <div className="presented-ways">
        {choices.map((each) => (
          <ContinuationButton
            key={each.id}
            view={view}
            continuation={each}
            isChosen={each === continuation}
            onGo={() => go(each)}
          />
        ))}
        {choices.length === 0 && <p>{words("present.over")}</p>}
      </div>
      <div className="presented-tools">
        <button type="button" onClick={back} disabled={step < 2}>
          <ArrowLeft size={22} aria-hidden />
          {words("present.back")}
        </button>
        <button type="button" onClick={end}>
          <X size={22} aria-hidden />
          {words("present.end")}
        </button>
      </div>
    </section>
  );
}

interface ContinuationProps {
  view: View;
  continuation: Continuation;
  isChosen: boolean;
  onGo: () => void;
}

function ContinuationButton({ view, continuation, isChosen, onGo }: ContinuationProps) {
  const { words } = useTools();
  const viewMode = useViewMode();
  const { edge, target } = continuation;
  const label = edge
    ? edge[viewMode] || (edge.kind === "default" ? words("edge.default") : "")
    : words("present.into");
  return (
    <button
      type="button"
      className={`way way-${edge?.kind ?? "into"}`}
      aria-current={isChosen ? "step" : undefined}
      data-way={continuation.id}
      onClick={onGo}
    >
      {isChosen && <ArrowDown size={22} aria-hidden />}
      {label && <span className="way-words">{label}</span>}
      <strong>{view.nodes[target]?.[viewMode].title}</strong>
    </button>
  );
}
