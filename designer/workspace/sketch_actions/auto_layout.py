"""Place every card anew, or some relative to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from designer.workspace.actions.auto_layout import AutoLayout
from designer.workspace.actions.shared.annotation_layout import frame_around, is_in
from designer.workspace.sketch_actions.shared.context import LANE, SketchContext
from exporters.scene.sketch import lay_out_sketch
from schemas.core.edits import Edit
from schemas.sidecar.design import Point
from schemas.sidecar.workflow import Change


def act(context: SketchContext, intent: AutoLayout) -> Change:
    """Write the places of all cards, or of those named; each lane stays around the cards that were in it.

    Raises `ActionRefused` for a card that is gone.
    """
    cards = [context.card(id).id for id in intent.states if not id.startswith(LANE)]
    points = lay_out_sketch(context.scene, cards)
    return context.change((*context.moved(points), *_lanes(context, points)))


def _lanes(context: SketchContext, points: Mapping[str, Point]) -> Iterator[Edit]:
    rects = {uid: box.rect for uid, box in context.scene.boxes.items()}
    moved = {uid: rects[uid].at(point.x, point.y) for uid, point in points.items()}
    for uid, lane in context.sketch.lanes.items():
        inside = [moved.get(id, rect) for id, rect in rects.items() if is_in(lane, rect)]
        if inside:
            yield from context.changed("lanes", uid, frame_around(inside))
