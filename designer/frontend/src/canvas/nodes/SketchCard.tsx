import { useCell } from "../base/cell";
import { CARDS, SIGNS } from "../icons/glyphs";
import { isCard } from "../model/cards";
import type { Node } from "../protocol/protocol.gen";
import { useTools } from "../tools/context";
import { CardHandles } from "./parts/CardHandles";
import { Words } from "./parts/Words";

/** A card of a sketch: the sign of its kind, its words, and who answers for it. */
export function SketchCard({ node }: { node: Node }) {
  const { draft, latest, words } = useTools();
  const isAnswer = useCell(draft, (value) => {
    const [arrow] = value?.uid === node.id ? value.intent.arrows : [];
    return arrow !== undefined && latest().nodes[arrow.source]?.type === "decision";
  });
  if (!isCard(node.type)) return null;
  const Glyph = CARDS[node.type];
  const owner = node.business.line;
  return (
    <div className={`sketch-card card-${node.type}`} data-state={node.name} data-type={node.type} data-rename>
      {node.type === "decision" && (
        <svg className="choice-shape" preserveAspectRatio="none" viewBox="0 0 100 100" aria-hidden="true">
          <polygon points="10,1 90,1 99.5,50 90,99 10,99 0.5,50" vectorEffect="non-scaling-stroke" />
        </svg>
      )}
      {node.type !== "note" && (
        <span className="icon" title={words(`type.${node.type}`)}>
          <Glyph size={20} aria-hidden />
        </span>
      )}
      <span className="texts">
        <Words node={node} hint={words(isAnswer ? "card.hint.answer" : `card.hint.${node.type}`)} />
        {owner && (
          <span className="card-owner">
            <SIGNS.owner size={13} aria-hidden />
            <span className="line-words">{owner}</span>
          </span>
        )}
      </span>
      <CardHandles node={node} />
    </div>
  );
}
