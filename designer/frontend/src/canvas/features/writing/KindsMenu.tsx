import { type InternalNode, useReactFlow, useStore } from "@xyflow/react";
import type { KeyboardEvent } from "react";
import { useCell } from "../../base/cell";
import type { Flow } from "../../flow/useFlow";
import { CARDS } from "../../icons/glyphs";
import { CARD_TYPES } from "../../model/cards";
import { Menu } from "../../overlays/Menu";
import type { CardType } from "../../protocol/protocol.gen";
import type { Point } from "../../routing/geometry";
import { useTools } from "../../tools/context";
import { useCardWriting } from "../../tools/writing";

const SIZE = { width: 192, height: 320 };
const MARGIN = 12;

/** The kinds of cards, each with its number: chosen by that, or by arrow keys and Enter. */
export function KindsMenu({ flow }: { flow: Flow }) {
  const { overlay, renaming, ready, words } = useTools();
  const { turn } = useCardWriting();
  const { getInternalNode, flowToScreenPosition } = useReactFlow();
  const board = useStore((state) => state.domNode)?.getBoundingClientRect();
  const isShown = useCell(overlay, (value) => value === "kinds");
  const uid = renaming.get() ?? ready.get() ?? flow.selected[0];
  const node = getInternalNode(uid ?? "");
  if (!isShown || !uid || !node || !board) return null;
  const choose = (type: CardType) => {
    overlay.set(null);
    turn(uid, type);
  };
  const chooseByNumber = (event: KeyboardEvent) => {
    const type = CARD_TYPES[Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? 0) - 1];
    if (!type) return;
    event.preventDefault();
    choose(type);
  };
  return (
    <Menu
      title={words("card.kinds")}
      style={besides(node, board, flowToScreenPosition)}
      onKey={chooseByNumber}
      onClose={() => overlay.get() === "kinds" && overlay.set(null)}
    >
      {CARD_TYPES.map((type, index) => {
        const Glyph = CARDS[type];
        return (
          <button key={type} type="button" role="menuitem" data-kind={type} onClick={() => choose(type)}>
            <kbd>{index + 1}</kbd>
            <Glyph size={18} aria-hidden />
            {words(`type.${type}`)}
          </button>
        );
      })}
    </Menu>
  );
}

/** The place right of a card, or left of it where there is more room; all of the menu is on the board. */
function besides(node: InternalNode, board: DOMRect, onScreen: (point: Point) => Point) {
  const { x, y } = node.internals.positionAbsolute;
  const { x: start, y: top } = onScreen({ x, y });
  const { x: end } = onScreen({ x: x + (node.measured.width ?? 0), y });
  const isRight = end + MARGIN + SIZE.width < board.right;
  const left = isRight ? end + MARGIN : start - MARGIN - SIZE.width;
  return {
    left: Math.max(MARGIN, left - board.left),
    top: Math.max(MARGIN, Math.min(top - board.top, board.height - SIZE.height - MARGIN)),
  };
}
