"""Add cards, with the arrows at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from pydantic import Field

from designer.protocol.canvas import Intent, NewArrow, NewCard, Place, Redirection
from designer.workspace.sketch_actions.shared.context import SketchContext
from designer.workspace.sketch_actions.shared.entries import (
    arrow_entry,
    card_entry,
    card_kind,
    card_text,
    drawn_pairs,
    label_text,
    may_connect,
)
from schemas.core.edits import Edit
from schemas.sidecar.design import Point
from schemas.sidecar.sketch import Arrow, Card
from schemas.sidecar.workflow import Change


class AddCards(Intent):
    """Add cards and arrows; arrows that were there may lead to new cards, and other cards make room."""

    kind: Literal["add-cards"] = "add-cards"
    cards: list[NewCard]
    arrows: list[NewArrow] = Field(default_factory=list)
    redirected: list[Redirection] = Field(default_factory=list)
    moved: list[Place] = Field(default_factory=list)


def act(context: SketchContext, intent: AddCards) -> Change:
    """Add them. An arrow that may not be drawn, and what concerns a card that is gone, is passed over.

    Raises `ActionRefused` for a taken uid, or one card too many.
    """
    new = {
        card.uid: Card(card_kind(card.card_kind), card_text(card.text), Point(card.x, card.y))
        for card in intent.cards
    }
    return context.change(_edits(context, intent, new))


def _edits(context: SketchContext, intent: AddCards, new: dict[str, Card]) -> Iterator[Edit]:
    yield from context.added("cards", {uid: card_entry(card) for uid, card in new.items()})
    sketch = replace(context.sketch, cards={**context.sketch.cards, **new})
    drawn = drawn_pairs(sketch)
    for each in intent.redirected:
        uid = each.edge.removeprefix("arrow:")
        arrow = sketch.arrows.get(uid)
        if arrow is None or not may_connect(sketch, arrow.source, each.target, drawn):
            continue
        drawn = drawn - {(arrow.source, arrow.target)} | {(arrow.source, each.target)}
        yield from context.changed("arrows", uid, {"to": each.target})
    added: dict[str, Arrow] = {}
    for arrow_ in intent.arrows:
        if may_connect(sketch, arrow_.source, arrow_.target, drawn):
            drawn.add((arrow_.source, arrow_.target))
            added[arrow_.uid] = Arrow(arrow_.source, arrow_.target, label_text(arrow_.label))
    yield from context.added("arrows", {uid: arrow_entry(arrow) for uid, arrow in added.items()})
    yield from context.moved(
        {place.uid: Point(place.x, place.y) for place in intent.moved if place.uid in context.sketch.cards}
    )
