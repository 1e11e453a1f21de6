"""Place every card anew, or some relative to each other."""

from __future__ import annotations

from designer.workspace.actions.auto_layout import AutoLayout
from designer.workspace.sketch_actions.shared.context import LANE, SketchContext
from exporters.scene.sketch import lay_out_sketch
from schemas.sidecar.workflow import Change


def act(context: SketchContext, intent: AutoLayout) -> Change:
    """Write the places of all cards, or of those named. Raises `ActionRefused` for a card that is gone."""
    cards = [context.card(id).id for id in intent.states if not id.startswith(LANE)]
    return context.change(context.moved(lay_out_sketch(context.scene, cards)))
