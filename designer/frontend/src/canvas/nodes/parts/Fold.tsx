import { ChevronDown, ChevronRight } from "lucide-react";
import { useCell } from "../../base/cell";
import type { Node } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";

/** Folds a container to a card, and unfolds it again. */
export function Fold({ node }: { node: Node }) {
  const { folded, toggleFold, words } = useTools();
  const isOpen = useCell(folded, (ids) => !ids.has(node.id));
  const Icon = isOpen ? ChevronDown : ChevronRight;
  const label = words(isOpen ? "fold.close" : "fold.open");
  return (
    <button
      type="button"
      className="title-action nodrag"
      title={`${label} (E)`}
      aria-label={`${label}: ${node.name}`}
      aria-expanded={isOpen}
      tabIndex={-1}
      data-fold={node.id}
      onClick={() => toggleFold(node.id)}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
