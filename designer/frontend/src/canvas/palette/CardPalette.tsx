import { SquareDashed } from "lucide-react";
import type { ReactNode } from "react";
import { useCell } from "../base/cell";
import { moveFocus } from "../base/focus";
import type { Flow } from "../flow/useFlow";
import { CARDS } from "../icons/glyphs";
import { CARD_TYPES } from "../model/cards";
import type { CardType } from "../protocol/protocol.gen";
import type { Point } from "../routing/geometry";
import { useTools } from "../tools/context";
import { useCardWriting } from "../tools/writing";
import { Legend } from "./Legend";
import { useEntryDrag } from "./useEntryDrag";

interface Props {
  flow: Flow;
  board: { current: HTMLElement | null };
  onLane: (pointer: Point | null) => void;
}

/** The kinds of cards: dragged onto the sketch, or clicked to follow the selected card. */
export function CardPalette({ flow, board, onLane }: Props) {
  const { draft, renaming, words, panels } = useTools();
  const { begin, beginAt, turn } = useCardWriting();
  const width = useCell(panels, ({ palette }) => palette.size);
  const add = (type: CardType) => {
    const uid = renaming.get();
    if (uid && draft.get()?.uid === uid) turn(uid, type);
    else begin({ type, after: flow.selected[0] });
  };
  const drop = (type: CardType, pointer: Point) => {
    const bounds = board.current?.getBoundingClientRect();
    if (bounds && pointer.x > bounds.x) beginAt(pointer, { type });
  };
  return (
    <nav
      className="palette"
      aria-label={words("palette.title")}
      style={{ width }}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") moveFocus(event, 1);
        if (event.key === "ArrowUp") moveFocus(event, -1);
      }}
    >
      <section>
        <h2>{words("palette.cards")}</h2>
        {CARD_TYPES.map((type, index) => {
          const Glyph = CARDS[type];
          return (
            <Item
              key={type}
              name={type}
              label={words(`type.${type}`)}
              hint={`${words(`card.help.${type}`)} (Alt+${index + 1})`}
              icon={<Glyph size={18} aria-hidden />}
              onClick={() => add(type)}
              onDrop={(pointer) => drop(type, pointer)}
            />
          );
        })}
        <Item
          name="lane"
          label={words("palette.lane")}
          hint={words("keys.addLane")}
          icon={<SquareDashed size={18} aria-hidden />}
          onClick={() => onLane(null)}
          onDrop={onLane}
        />
      </section>
      <section>
        <h2>{words("legend.title")}</h2>
        <Legend />
      </section>
      <p className="palette-hints">{words("card.hints")}</p>
    </nav>
  );
}

interface ItemProps {
  name: string;
  label: string;
  hint: string;
  icon: ReactNode;
  onClick: () => void;
  onDrop: (pointer: Point) => void;
}

/** An entry; the card that is being written on keeps the focus. */
function Item({ name, label, hint, icon, onClick, onDrop }: ItemProps) {
  const drag = useEntryDrag({ onMove: () => {}, onDrop, onClick });
  return (
    <button
      type="button"
      className="entry"
      title={hint}
      data-card={name}
      onMouseDown={(event) => event.preventDefault()}
      {...drag.handlers}
    >
      <span className={`icon card-${name}`}>{icon}</span>
      <span>{label}</span>
      {drag.pointer && (
        <span className="ghost" style={{ left: drag.pointer.x, top: drag.pointer.y }}>
          {label}
        </span>
      )}
    </button>
  );
}
