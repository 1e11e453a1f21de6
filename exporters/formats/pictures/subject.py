"""The subject of a picture: the workflow, or its sketch."""

from __future__ import annotations

from dataclasses import replace

from exporters.formats.pictures.drawing import (
    MOST_EDGES_A_STATE,
    MOST_EDGES_OF_FEW,
    Drawing,
    drawing,
)
from exporters.formats.pictures.edges import LineKind
from exporters.formats.pictures.palette import PALETTES
from exporters.formats.pictures.styled_box import StyledBox
from exporters.names import file_name
from exporters.scene import Caption
from exporters.scene.routing import SceneTooLarge, route_sketch
from exporters.scene.sketch import CardBox, draw_sketch
from exporters.settings import Settings, Subject
from schemas.sidecar.annotations import Annotations
from schemas.sidecar.sketch import Sketch, read_sketch
from schemas.sidecar.workflow import Workflow

TABLES: tuple[LineKind, ...] = ("writes", "reads")


def subject_drawing(workflow: Workflow, settings: Settings) -> Drawing:
    """Return the parts of the picture of a workflow or its sketch. Raises `SceneTooLarge`."""
    if _subject(workflow, settings) == "sketch":
        return sketch_drawing(read_sketch(workflow.design), settings)
    return drawing(workflow, settings)


def picture_name(workflow: Workflow, settings: Settings, ending: str) -> str:
    """Return the name of the file of a picture."""
    part = ".sketch" if _subject(workflow, settings) == "sketch" else ""
    return f"{file_name(workflow.name)}{part}{ending}"


def sketch_drawing(sketch: Sketch, settings: Settings) -> Drawing:
    """Return the parts of the picture of a sketch, which looks alike in both view modes.

    Raises `SceneTooLarge`.
    """
    if len(sketch.arrows) > max(MOST_EDGES_OF_FEW, MOST_EDGES_A_STATE * len(sketch.cards)):
        raise SceneTooLarge
    scene = draw_sketch(sketch)
    routes = route_sketch(scene)
    kinds = {drawn.kind for drawn in scene.arrows.values()}
    used: tuple[LineKind, ...] = tuple(kind for kind in TABLES if kind in kinds)
    return Drawing(
        boxes=[_styled(box, settings) for box in scene.boxes.values()],
        edges=[
            (drawn.kind, routes[uid], drawn.arrow.label)
            for uid, drawn in scene.arrows.items()
            if uid in routes
        ],
        ends=[],
        annotations=Annotations(lanes=sketch.lanes),
        lines=("next", *used) if used else (),
    )


def _subject(workflow: Workflow, settings: Settings) -> Subject:
    has_none = workflow.is_empty and bool(read_sketch(workflow.design).cards)
    return "sketch" if has_none else settings.subject


def _styled(box: CardBox, settings: Settings) -> StyledBox:
    rect, card = box.rect, box.card
    return StyledBox(
        type=card.kind,
        x=rect.x,
        y=rect.y,
        width=rect.width,
        height=rect.height,
        title=card.text,
        caption=Caption(title=card.text, line=card.owner),
        service="",
        settings=replace(settings, view_mode="business"),
        palette=PALETTES[settings.theme],
    )
