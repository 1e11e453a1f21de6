"""A part of a sketch that is copied: cards, and the arrows between them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from designer.workspace.actions.shared.annotations import lane_entry
from designer.workspace.sketch_actions.shared.context import SketchContext
from designer.workspace.sketch_actions.shared.entries import arrow_entry, card_entry
from exporters.scene.rows import GAP_ACROSS
from exporters.scene.sketch import card_rect
from exporters.scene.space import Rect, overlap
from schemas.core.coerce import mapping
from schemas.core.edits import Edit
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.sidecar.annotations import Lane
from schemas.sidecar.design import Design, Point
from schemas.sidecar.sketch import Arrow, Card, read_sketch


@dataclass(frozen=True, slots=True)
class Fragment:
    """Cards and the arrows between them, by their uids in the text or sketch that they come from.

    `operations` has the operations cards as they are written; `lanes` come with a whole diagram only.
    """

    cards: dict[str, Card]
    arrows: dict[str, Arrow]
    operations: dict[str, Json] = field(default_factory=dict)
    lanes: tuple[Lane, ...] = ()

    @property
    def corner(self) -> Point:
        """The top left corner of all cards; there is at least one."""
        return Point(
            min(card.position.x for card in self.cards.values()),
            min(card.position.y for card in self.cards.values()),
        )

    @property
    def width(self) -> float:
        """The width of all cards together, in pixels."""
        rects = [card_rect(card) for card in self.cards.values()]
        return max(rect.right for rect in rects) - min(rect.x for rect in rects)


def fragment_of(design: Design, uids: Collection[str]) -> Fragment:
    """The cards `uids` of a sidecar's sketch, and the arrows between them; what is gone is left out."""
    sketch = read_sketch(design)
    cards = {uid: sketch.cards[uid] for uid in dict.fromkeys(uids) if uid in sketch.cards}
    inner = {
        uid: arrow for uid, arrow in sketch.arrows.items() if {arrow.source, arrow.target} <= cards.keys()
    }
    return Fragment(cards, inner, _operations(design))


def written(fragment: Fragment) -> str:
    """The text of a fragment for the clipboard."""
    sketch: dict[str, Json] = {
        "cards": {uid: _entry(fragment, uid, card) for uid, card in fragment.cards.items()},
        "arrows": {uid: arrow_entry(arrow) for uid, arrow in fragment.arrows.items()},
    }
    return json.dumps({"sketch": sketch}, ensure_ascii=False, indent=2)


def read_fragment(text: str) -> Fragment | None:
    """The fragment of such a text; None where it is none, or has no card."""
    if not text.lstrip().startswith("{"):
        return None
    document = Document.parse(text, "json")
    if not isinstance(document.value, dict) or "sketch" not in document.value:
        return None
    design = Design(document)
    fragment = fragment_of(design, read_sketch(design).cards)
    return fragment if fragment.cards else None


def inserted(context: SketchContext, fragment: Fragment, uid: str, corner: Point) -> Iterator[Edit]:
    """Edits that add a fragment with its corner at that place, or to the right where all of it is free.

    The new cards' uids are `uid` and "-0", "-1", ..., those of arrows and lanes "-a0", "-a1", ..., "-l0", ...
    """
    if not fragment.cards:
        return
    names = {old: f"{uid}-{number}" for number, old in enumerate(fragment.cards)}
    right, down = corner.x - fragment.corner.x, corner.y - fragment.corner.y
    taken = [box.rect for box in context.scene.boxes.values()]
    right += _aside([_moved(card_rect(card), right, down) for card in fragment.cards.values()], taken)
    cards = {
        names[old]: replace(card, position=Point(card.position.x + right, card.position.y + down))
        for old, card in fragment.cards.items()
    }
    arrows = {
        f"{uid}-a{number}": replace(arrow, source=names[arrow.source], target=names[arrow.target])
        for number, arrow in enumerate(fragment.arrows.values())
    }
    entries = {names[old]: _entry(fragment, old, cards[names[old]]) for old in fragment.cards}
    yield from context.added("cards", entries)
    yield from context.added("arrows", {id: arrow_entry(arrow) for id, arrow in arrows.items()})
    lanes = {
        f"{uid}-l{number}": lane_entry(
            lane.owner, lane.position.x + right, lane.position.y + down, lane.width, lane.height
        )
        for number, lane in enumerate(fragment.lanes)
    }
    yield from context.added("lanes", lanes)


def _entry(fragment: Fragment, uid: str, card: Card) -> dict[str, Json]:
    operations = fragment.operations.get(uid)
    return {**card_entry(card), **({"operations": operations} if operations else {})}


def _operations(design: Design) -> dict[str, Json]:
    cards = mapping(mapping(design.fields.get("sketch")).get("cards"))
    found = {uid: mapping(entry).get("operations") for uid, entry in cards.items()}
    return {uid: operations for uid, operations in found.items() if isinstance(operations, dict)}


def _aside(rects: list[Rect], taken: list[Rect]) -> float:
    """The least way to the right after which none of the rectangles covers one that is taken."""
    way = 0.0
    while covered := [
        (rect, other) for rect in rects for other in taken if overlap(_moved(rect, way, 0), other)
    ]:
        way = max(other.right - rect.x for rect, other in covered) + GAP_ACROSS
    return way


def _moved(rect: Rect, right: float, down: float) -> Rect:
    return rect.at(rect.x + right, rect.y + down)
