import type { KeyboardEvent } from "react";
import { useCell } from "../../base/cell";
import type { Flow } from "../../flow/useFlow";
import { CARDS } from "../../icons/glyphs";
import { CARD_TYPES } from "../../model/cards";
import { Menu } from "../../overlays/Menu";
import type { CardType } from "../../protocol/protocol.gen";
import { useTools } from "../../tools/context";
import { useCardWriting } from "../../tools/writing";

const ON_TOP = { top: 14, left: "50%", transform: "translateX(-50%)" };

/** The kinds of cards, each with its number: chosen by that, or by arrow keys and Enter. */
export function KindsMenu({ flow }: { flow: Flow }) {
  const { overlay, renaming, ready, words } = useTools();
  const { turn } = useCardWriting();
  const isShown = useCell(overlay, (value) => value === "kinds");
  const uid = renaming.get() ?? ready.get() ?? flow.selected[0];
  if (!isShown || !uid) return null;
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
      style={ON_TOP}
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
