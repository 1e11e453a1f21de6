import { ArrowDown, ArrowLeft, StickyNote, UserRound, X } from "lucide-react";
import type { View } from "../../protocol/protocol.gen";
import { useLook, useTools } from "../../tools/context";
import { Spotlight } from "./Spotlight";
import type { Way } from "./tour";
import type { Presenting } from "./usePresenting";

/** The words of a presentation about its current state, and the buttons that lead on from there. */
export function Presentation({ view, presenting }: { view: View; presenting: Presenting }) {
  const { words } = useTools();
  const look = useLook();
  const { current, ways, way, step, go, back, end } = presenting;
  const node = view.nodes[current ?? ""];
  if (!node) return null;
  const { title, line, note } = node[look];
  return (
    <section className="presentation" aria-label={words("present.title")}>
      <Spotlight view={view} current={node.id} way={way} />
      <div className="presented" aria-live="polite">
        <h2>{title}</h2>
        {line && (
          <p className="presented-line">
            {look === "business" && <UserRound size={28} aria-hidden />}
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
        {ways.map((each) => (
          <WayButton key={each.id} view={view} way={each} isChosen={each === way} onGo={() => go(each)} />
        ))}
        {ways.length === 0 && <p>{words("present.over")}</p>}
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

interface WayProps {
  view: View;
  way: Way;
  isChosen: boolean;
  onGo: () => void;
}

function WayButton({ view, way, isChosen, onGo }: WayProps) {
  const { words } = useTools();
  const look = useLook();
  const { edge, target } = way;
  const label = edge
    ? edge[look] || (edge.kind === "default" ? words("edge.default") : "")
    : words("present.into");
  return (
    <button
      type="button"
      className={`way way-${edge?.kind ?? "into"}`}
      aria-current={isChosen ? "step" : undefined}
      data-way={way.id}
      onClick={onGo}
    >
      {isChosen && <ArrowDown size={22} aria-hidden />}
      {label && <span className="way-words">{label}</span>}
      <strong>{view.nodes[target]?.[look].title}</strong>
    </button>
  );
}
