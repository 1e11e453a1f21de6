"""Delete cards, arrows and lanes; A -> B -> C becomes A -> C."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from designer.workspace.actions.delete import Delete
from designer.workspace.sketch_actions.shared.context import LANE, SketchContext
from designer.workspace.sketch_actions.shared.entries import drawn_pairs, may_connect
from exporters.scene.sketch import FLOW, arrow_kind
from schemas.core.edits import Edit, Remove
from schemas.sidecar.sketch import Arrow, Sketch
from schemas.sidecar.workflow import Change


def act(context: SketchContext, intent: Delete) -> Change:
    """Delete them. Where the flow leads on from a card to one other, arrows that led to the card lead there.

    Raises `ActionRefused` for what is gone.
    """
    arrows = [context.arrow(id).id for id in intent.edges]
    lanes = [context.lane(id)[0] for id in intent.states if id.startswith(LANE)]
    cards = [context.card(id).id for id in intent.states if not id.startswith(LANE)]
    left = {uid: arrow for uid, arrow in context.sketch.arrows.items() if uid not in arrows}
    sketch = replace(context.sketch, arrows=left)
    for uid in dict.fromkeys(cards):
        sketch = _without(sketch, uid)
    return context.change(_edits(context, sketch, lanes))


def _without(sketch: Sketch, uid: str) -> Sketch:
    """The sketch without a card, its arrows healed."""
    successor = _successor(sketch, uid)
    cards = {id: card for id, card in sketch.cards.items() if id != uid}
    result = replace(sketch, cards=cards, arrows={})
    drawn = drawn_pairs(sketch)
    for id, arrow in sketch.arrows.items():
        if arrow.source == uid:
            continue
        if arrow.target != uid:
            result.arrows[id] = arrow
        elif successor and _is_flow(sketch, arrow) and may_connect(result, arrow.source, successor, drawn):
            drawn.add((arrow.source, successor))
            result.arrows[id] = replace(arrow, target=successor)
    return result


def _successor(sketch: Sketch, uid: str) -> str | None:
    """The only card that the flow leads on to."""
    targets = [
        arrow.target for arrow in sketch.arrows.values() if arrow.source == uid and _is_flow(sketch, arrow)
    ]
    return targets[0] if len(targets) == 1 and targets[0] != uid else None


def _is_flow(sketch: Sketch, arrow: Arrow) -> bool:
    return arrow_kind(sketch.cards[arrow.source].kind, sketch.cards[arrow.target].kind) in FLOW


def _edits(context: SketchContext, after: Sketch, lanes: list[str]) -> Iterator[Edit]:
    for uid in context.sketch.cards.keys() - after.cards.keys():
        yield Remove(("sketch", "cards", uid))
    for uid in context.sketch.arrows:
        if uid not in after.arrows:
            yield Remove(("sketch", "arrows", uid))
        else:
            yield from context.changed("arrows", uid, {"to": after.arrows[uid].target})
    for uid in lanes:
        yield Remove(("sketch", "lanes", uid))
