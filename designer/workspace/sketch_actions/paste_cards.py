"""Add cards from text: cards that were copied, a diagram of another tool, or a list of lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.sketch_actions.shared.context import SketchContext
from designer.workspace.sketch_actions.shared.diagrams import fragment_of_diagram, read_diagram
from designer.workspace.sketch_actions.shared.entries import arrow_entry, may_connect
from designer.workspace.sketch_actions.shared.fragment import Fragment, inserted, read_fragment
from designer.workspace.sketch_actions.shared.lines import fragment_of_lines, parted
from exporters.scene.sketch import card_rect, draw_sketch, lay_out_sketch
from schemas.core.edits import Edit, EditRefused
from schemas.sidecar.design import Point
from schemas.sidecar.sketch import Arrow, Sketch
from schemas.sidecar.workflow import Change

MOST_REMARKS = 3


class PasteCards(Intent):
    """Add the cards of a text, with their corner at this place.

    `after`, if given, is the card that the first of them follows. Their uids are `uid` and "-0", "-1", ...
    """

    kind: Literal["paste-cards"] = "paste-cards"
    uid: str
    text: str
    x: float
    y: float
    after: str | None = None


def act(context: SketchContext, intent: PasteCards) -> Change:
    """Add the cards. Raises `ActionRefused` for a text without a line, and for a diagram of no use."""
    if diagram := read_diagram(intent.text):
        return context.change(_edits(context, intent, fragment_of_diagram(diagram), None))
    copied = read_fragment(intent.text)
    after = intent.after if intent.after in context.sketch.cards else None
    fragment = copied or _laid_out(fragment_of_lines(intent.text, is_first=not context.sketch.cards))
    if not fragment.cards:
        raise ActionRefused("action-nothing-to-paste")
    return context.change(_edits(context, intent, fragment, after))


def remarks(intent: PasteCards) -> list[EditRefused]:
    """The first messages about what of a diagram was left out."""
    diagram = read_diagram(intent.text)
    messages = diagram.messages[:MOST_REMARKS] if diagram else ()
    return [EditRefused(message.code, **message.params) for message in messages]


def _edits(
    context: SketchContext, intent: PasteCards, fragment: Fragment, after: str | None
) -> Iterator[Edit]:
    uid, first = next(iter(fragment.cards.items()))
    label = ""
    if after and context.sketch.cards[after].kind == "decision":
        label, words = parted(first.text)
        fragment.cards[uid] = replace(first, text=words)
    yield from inserted(context, fragment, intent.uid, _corner(fragment, intent, context, after))
    new = f"{intent.uid}-0"
    if after and may_connect(Sketch({**context.sketch.cards, new: first}), after, new, ()):
        yield from context.added("arrows", {f"{intent.uid}-a": arrow_entry(Arrow(after, new, label))})


def _corner(fragment: Fragment, intent: PasteCards, context: SketchContext, after: str | None) -> Point:
    """The corner at which the first card stands at the wanted place; behind a card, straight below that."""
    first = next(iter(fragment.cards.values()))
    x = intent.x
    if after:
        behind = context.scene.boxes[after].rect
        x = behind.x + (behind.width - card_rect(first).width) / 2
    return Point(
        x - (first.position.x - fragment.corner.x), intent.y - (first.position.y - fragment.corner.y)
    )


def _laid_out(fragment: Fragment) -> Fragment:
    places = lay_out_sketch(draw_sketch(Sketch(fragment.cards, fragment.arrows)))
    cards = {
        uid: replace(card, position=places.get(uid, card.position)) for uid, card in fragment.cards.items()
    }
    return replace(fragment, cards=cards)
