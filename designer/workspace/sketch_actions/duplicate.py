"""Add cards and lanes once more, with the arrows between the cards."""

from __future__ import annotations

from designer.workspace.actions.duplicate import ASIDE, Duplicate
from designer.workspace.actions.shared.context import ActionRefused
from designer.workspace.sketch_actions.shared.context import LANE, SketchContext
from designer.workspace.sketch_actions.shared.fragment import fragment_of, inserted
from exporters.scene.rows import GAP_ACROSS
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change


def act(context: SketchContext, intent: Duplicate) -> Change:
    """Add the copies to the right of their originals. Raises `ActionRefused` for what is gone."""
    cards = [context.card(id).id for id in intent.states if not id.startswith(LANE)]
    lanes = dict(context.lane(id) for id in intent.states if id.startswith(LANE))
    if not cards and not lanes:
        raise ActionRefused("action-gone")
    fragment = fragment_of(context.workflow.design, cards)
    beside = {
        f"{intent.uid}-lane-{number}": {
            **context.entry("lanes", uid),
            "position": Point(lane.position.x + ASIDE, lane.position.y + ASIDE).written,
        }
        for number, (uid, lane) in enumerate(lanes.items())
    }
    aside = fragment.width + GAP_ACROSS if cards else 0
    corner = Point(fragment.corner.x + aside, fragment.corner.y) if cards else Point(0, 0)
    edits = [*inserted(context, fragment, intent.uid, corner), *context.added("lanes", beside)]
    return context.change(edits)
