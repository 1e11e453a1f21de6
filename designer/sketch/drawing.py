"""Changes of a sketch, one function each: it returns the change for the latest workflow.

A card or an arrow that is gone meanwhile is passed over. Each raises `ActionRefused` where the sidecar
cannot be read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from designer.workspace.actions import ActionRefused
from designer.workspace.actions.shared.sidecar import position
from schemas.core.coerce import mapping
from schemas.core.edits import Edit, EditRefused, Remove, Set
from schemas.core.paths import Json
from schemas.sidecar.design import MAX_COORDINATE, Design, Point
from schemas.sidecar.limits import MAX_ENTRIES
from schemas.sidecar.sketch import Arrow, Card, read_sketch
from schemas.sidecar.workflow import Change, Workflow


def add(workflow: Workflow, cards: Mapping[str, Card], arrows: Mapping[str, Arrow]) -> Change:
    """New cards and arrows by their uids; between two cards there is one arrow each way, and no second.

    Raises `EditRefused` for one too many.
    """
    sketch = read_sketch(workflow.design)
    drawn = {(arrow.source, arrow.target) for arrow in sketch.arrows.values()}
    known = sketch.cards.keys() | cards.keys()
    new = {
        uid: arrow
        for uid, arrow in arrows.items()
        if (arrow.source, arrow.target) not in drawn and {arrow.source, arrow.target} <= known
    }
    if max(len(known), len(sketch.arrows) + len(new)) > MAX_ENTRIES:
        raise EditRefused("action-too-many", limit=f"{MAX_ENTRIES:,}")
    edits: list[Edit] = [Set(("sketch", "cards", uid), _card(card)) for uid, card in cards.items()]
    edits += [Set(("sketch", "arrows", uid), _arrow(arrow)) for uid, arrow in new.items()]
    return _change(workflow.design, edits)


def move(workflow: Workflow, points: Mapping[str, Point]) -> Change:
    """Cards at other places."""
    cards = read_sketch(workflow.design).cards
    moved = {uid: _inside(point) for uid, point in points.items() if uid in cards}
    edits: list[Edit] = [
        Set(("sketch", "cards", uid, "position"), position(point))
        for uid, point in moved.items()
        if point != cards[uid].position
    ]
    return _change(workflow.design, edits)


def tell(workflow: Workflow, uid: str, field: str, said: str) -> Change:
    """Let `field` of a card or an arrow say something else; an empty owner or label is left out."""
    sketch = read_sketch(workflow.design)
    if uid not in sketch.cards and uid not in sketch.arrows:
        return Change()
    section = "cards" if uid in sketch.cards else "arrows"
    path = ("sketch", section, uid, field)
    before = mapping(mapping(mapping(workflow.design.fields["sketch"])[section])[uid])
    if not said and field in ("owner", "label"):
        return _change(workflow.design, [Remove(path)] if field in before else [])
    return _change(workflow.design, [Set(path, said)] if before.get(field) != said else [])


def delete(workflow: Workflow, uids: Collection[str]) -> Change:
    """Cards and arrows go, and with a card the arrows at it."""
    sketch = read_sketch(workflow.design)
    cards = [uid for uid in uids if uid in sketch.cards]
    arrows = [
        uid
        for uid, arrow in sketch.arrows.items()
        if uid in uids or arrow.source in cards or arrow.target in cards
    ]
    edits: list[Edit] = [Remove(("sketch", "cards", uid)) for uid in cards]
    edits += [Remove(("sketch", "arrows", uid)) for uid in arrows]
    return _change(workflow.design, edits)


def _change(design: Design, edits: list[Edit]) -> Change:
    """`edits`, with the objects that they stand in made first where those are missing."""
    if not isinstance(design.document.value, dict):
        raise ActionRefused("action-broken-design")
    return Change(design=tuple(chain(_sections(design), edits))) if edits else Change()


def _sections(design: Design) -> Iterator[Edit]:
    sketch = design.fields.get("sketch")
    if not isinstance(sketch, dict):
        yield Set(("sketch",), {"cards": {}, "arrows": {}})
        return
    for section in ("cards", "arrows"):
        if not isinstance(sketch.get(section), dict):
            yield Set(("sketch", section), {})


def _inside(point: Point) -> Point:
    """The same place in whole pixels, and no farther out than the sidecar may say."""
    x, y = (round(max(-MAX_COORDINATE, min(MAX_COORDINATE, number))) for number in (point.x, point.y))
    return Point(x, y)


def _card(card: Card) -> Json:
    owner: dict[str, Json] = {"owner": card.owner} if card.owner else {}
    return {"kind": card.kind, "text": card.text, **owner, "position": position(_inside(card.position))}


def _arrow(arrow: Arrow) -> Json:
    label: dict[str, Json] = {"label": arrow.label} if arrow.label else {}
    return {"from": arrow.source, "to": arrow.target, **label}
