"""Give an arrow another target."""

from __future__ import annotations

from designer.workspace.actions.reconnect import Reconnect
from designer.workspace.sketch_actions.shared.context import SketchContext
from designer.workspace.sketch_actions.shared.entries import drawn_pairs, may_connect
from schemas.sidecar.workflow import Change


def act(context: SketchContext, intent: Reconnect) -> Change:
    """Set its target; where it may not lead there, it stays. Raises `ActionRefused` for what is gone."""
    arrow, target = context.arrow(intent.edge), context.card(intent.target).id
    if not may_connect(context.sketch, arrow.arrow.source, target, drawn_pairs(context.sketch)):
        return Change()
    return context.change(context.changed("arrows", arrow.id, {"to": target}))
