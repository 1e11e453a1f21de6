"""Draw an arrow from one card to another."""

from __future__ import annotations

from typing import Literal

from designer.protocol.canvas import Intent
from designer.workspace.sketch_actions.shared.context import SketchContext
from designer.workspace.sketch_actions.shared.entries import arrow_entry, drawn_pairs, label_text, may_connect
from schemas.sidecar.sketch import Arrow
from schemas.sidecar.workflow import Change


class DrawArrow(Intent):
    """Draw an arrow. The canvas chooses its uid."""

    kind: Literal["draw-arrow"] = "draw-arrow"
    uid: str
    source: str
    target: str
    label: str = ""


def act(context: SketchContext, intent: DrawArrow) -> Change:
    """Draw it; one that is there already, or may not be, changes nothing.

    Raises `ActionRefused` for a card that is gone, and a taken uid.
    """
    source, target = context.card(intent.source).id, context.card(intent.target).id
    if not may_connect(context.sketch, source, target, drawn_pairs(context.sketch)):
        return Change()
    arrow = Arrow(source, target, label_text(intent.label))
    return context.change(context.added("arrows", {intent.uid: arrow_entry(arrow)}))
