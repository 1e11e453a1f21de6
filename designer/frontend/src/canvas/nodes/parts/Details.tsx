import type { MouseEvent } from "react";
import { SIGNS } from "../../icons/glyphs";
import type { Fact, Node } from "../../protocol/protocol.gen";
import { useTools, useViewMode } from "../../tools/context";

/** The lines below a state's name: its resource and settings, or its owner and a note. */
export function Details({ node }: { node: Node }) {
  const viewMode = useViewMode();
  const { badge, marks, line, facts, note } = node[viewMode];
  const isMarked = badge !== null || marks.length > 0;
  if (!isMarked && !line && !note && facts.length === 0) return null;
  return (
    <span className="details">
      {(isMarked || line) && (
        <span className="line">
          {badge && <Setting fact={badge} />}
          {marks.map((mark) => (
            <Setting key={mark.kind} fact={mark} />
          ))}
          {line && viewMode === "business" && <SIGNS.owner size={14} aria-hidden />}
          {line && (
            <span className="line-words" title={line}>
              {line}
            </span>
          )}
        </span>
      )}
      {facts.length > 0 && (
        <span className="facts">
          {facts.map((fact) => (
            <Setting key={fact.kind} fact={fact} />
          ))}
        </span>
      )}
      {note && <Remark note={note} />}
    </span>
  );
}

function Setting({ fact }: { fact: Fact }) {
  const { words } = useTools();
  const Icon = SIGNS[fact.kind];
  const label = words(`fact.${fact.kind}`, { words: fact.words });
  return (
    <span className={`fact fact-${fact.kind}`} role="img" aria-label={label} title={label}>
      <Icon size={13} aria-hidden />
      {fact.words}
    </span>
  );
}

/** The beginning of a note; the whole on hover. */
function Remark({ note }: { note: string }) {
  const { hint } = useTools();
  const show = (event: MouseEvent) =>
    hint.set({ markers: [], note, place: event.currentTarget.getBoundingClientRect() });
  return (
    <span className="remark" role="note" onMouseEnter={show} onMouseLeave={() => hint.set(null)}>
      <SIGNS.note size={14} aria-hidden />
      <span className="remark-words">{note}</span>
    </span>
  );
}
