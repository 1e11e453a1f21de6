"""The scene of a sketch: its cards with their sizes, and its arrows as their ends make them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from exporters.scene.layout import lay_out
from exporters.scene.placement import place
from exporters.scene.rows import Link, Size
from exporters.scene.space import Rect
from schemas.sidecar.annotations import NOTE_WIDTH, note_height
from schemas.sidecar.design import Point
from schemas.sidecar.sketch import Arrow, Card, CardKind, Sketch

ArrowKind = Literal["next", "choice", "reads", "writes"]
FLOW: tuple[ArrowKind, ...] = ("next", "choice")
"""The kinds along which the flow goes on; the others tell which step uses which table."""

ENDS: tuple[CardKind, ...] = ("succeeded", "failed")
NOTE: CardKind = "note"
_CARD = Size(220, 72)
_BY_KIND = {"decision": Size(220, 88), "succeeded": Size(200, 56), "failed": Size(200, 56)}


@dataclass(frozen=True, slots=True)
class CardBox:
    """A card and its rectangle on the sketch, in pixels."""

    id: str
    card: Card
    rect: Rect


@dataclass(frozen=True, slots=True)
class CardArrow:
    """An arrow between two cards, and the kind of line that it is drawn as."""

    id: str
    kind: ArrowKind
    arrow: Arrow


@dataclass(frozen=True, slots=True)
class SketchScene:
    """The cards and arrows of a sketch to draw, by their uids."""

    boxes: dict[str, CardBox]
    arrows: dict[str, CardArrow]


def draw_sketch(sketch: Sketch) -> SketchScene:
    """Return the scene of a sketch; every card stands where people have put it."""
    boxes = {uid: CardBox(uid, card, card_rect(card)) for uid, card in sketch.cards.items()}
    arrows = {
        uid: CardArrow(
            uid, arrow_kind(sketch.cards[arrow.source].kind, sketch.cards[arrow.target].kind), arrow
        )
        for uid, arrow in sketch.arrows.items()
    }
    return SketchScene(boxes, arrows)


def card_size(kind: CardKind, text: str = "") -> Size:
    """Return the size of a card; a note is as high as its text."""
    return Size(NOTE_WIDTH, note_height(text)) if kind == NOTE else _BY_KIND.get(kind, _CARD)


def card_rect(card: Card) -> Rect:
    """Return the rectangle that a card covers."""
    size = card_size(card.kind, card.text)
    return Rect(card.position.x, card.position.y, size.width, size.height)


def leads_on(kind: CardKind) -> bool:
    """Return true if arrows may leave a card of that kind."""
    return kind not in ENDS and kind != NOTE


def is_reached(kind: CardKind) -> bool:
    """Return true if arrows may lead to a card of that kind."""
    return kind != NOTE


def arrow_kind(source: CardKind, target: CardKind) -> ArrowKind:
    """Return the kind of an arrow: into a table it writes, out of one it reads."""
    if (source == "table") != (target == "table"):
        return "reads" if source == "table" else "writes"
    return "choice" if source == "decision" else "next"


def lay_out_sketch(scene: SketchScene, ids: Collection[str] = ()) -> dict[str, Point]:
    """Return new places of the cards `ids`, or of all, by uid; their common top left corner stays.

    The flow leads down; a table stands beside the first card that uses it, unless the flow leads through it.
    Notes stay as far from the card nearest to them as they are.
    """
    chosen = {uid: box for uid, box in scene.boxes.items() if not ids or uid in ids}
    cards = [uid for uid, box in chosen.items() if box.card.kind != NOTE]
    if not cards:
        return {}
    left, top = min(chosen[uid].rect.x for uid in cards), min(chosen[uid].rect.y for uid in cards)
    arrows = [
        each
        for each in scene.arrows.values()
        if {each.arrow.source, each.arrow.target} <= set(cards) and each.arrow.source != each.arrow.target
    ]
    placed = _placed(cards, arrows, scene, Point(left, top))
    return placed | _notes(chosen, placed)


def _placed(cards: list[str], arrows: list[CardArrow], scene: SketchScene, corner: Point) -> dict[str, Point]:
    aside = {uid for uid in cards if _is_aside(uid, arrows, scene)}
    flow = [uid for uid in cards if uid not in aside] or cards
    index = {uid: number for number, uid in enumerate(flow)}
    sizes = {uid: card_size(scene.boxes[uid].card.kind) for uid in cards}
    links = [
        Link(index[each.arrow.source], index[each.arrow.target], _is_main(each, scene), _link_kind(each))
        for each in arrows
        if each.arrow.source in index and each.arrow.target in index
    ]
    corners = lay_out(tuple(sizes[uid] for uid in flow), tuple(links), _start(len(flow), links))
    found = {uid: Point(corner.x + x, corner.y + y) for uid, (x, y) in zip(flow, corners, strict=True)}
    if len(found) == len(cards):
        return found
    numbers = {uid: number for number, uid in enumerate(cards)}
    besides = [
        _beside(each, aside, numbers) for each in arrows if {each.arrow.source, each.arrow.target} & aside
    ]
    places = place([sizes[uid] for uid in cards], [found.get(uid) for uid in cards], besides, None, corner)
    return dict(zip(cards, places, strict=True))


def _beside(each: CardArrow, aside: Collection[str], numbers: Mapping[str, int]) -> Link:
    """A link from the card to the table that stands aside: such a target is placed beside its source."""
    ends = (each.arrow.source, each.arrow.target)
    card, table = reversed(ends) if ends[0] in aside else ends
    return Link(numbers[card], numbers[table], False, "catch")


def _is_aside(uid: str, arrows: list[CardArrow], scene: SketchScene) -> bool:
    """True for a table that some step only reads, or only writes."""
    used = [each for each in arrows if uid in (each.arrow.source, each.arrow.target)]
    ways = {each.kind for each in used}
    return scene.boxes[uid].card.kind == "table" and len(ways) == 1 and not ways & set(FLOW)


def _is_main(each: CardArrow, scene: SketchScene) -> bool:
    return scene.boxes[each.arrow.target].card.kind != "failed"


def _link_kind(each: CardArrow) -> Literal["choice", "next"]:
    """As a rule of a Choice, a labelled arrow gets room for its words."""
    return "choice" if each.arrow.label or each.kind == "choice" else "next"


def _start(count: int, links: list[Link]) -> int:
    """The first card that no arrow leads to, or else the first of all."""
    reached = {link.target for link in links}
    return next((index for index in range(count) if index not in reached), 0)


def _notes(chosen: Mapping[str, CardBox], placed: Mapping[str, Point]) -> dict[str, Point]:
    moved: dict[str, Point] = {}
    for uid, box in chosen.items():
        if uid in placed:
            continue
        nearest = min((chosen[other].rect for other in placed), key=lambda rect: _distance(rect, box.rect))
        near = next(other for other in placed if chosen[other].rect is nearest)
        aside = placed[near].x - nearest.x, placed[near].y - nearest.y
        moved[uid] = Point(box.rect.x + aside[0], box.rect.y + aside[1])
    return moved


def _distance(one: Rect, other: Rect) -> float:
    return abs(one.x - other.x) + abs(one.y - other.y)
