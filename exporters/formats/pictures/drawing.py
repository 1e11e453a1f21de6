"""All that a picture shows, each thing at its place in the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporters.formats.pictures import artwork
from exporters.formats.pictures.annotations import note_height
from exporters.formats.pictures.arrows import END_BELOW, END_RADIUS, LABEL_HEIGHT, START_RADIUS
from exporters.formats.pictures.figure import Figure
from exporters.formats.pictures.palette import PALETTES
from exporters.scene import Box, Caption, Scene, captions, draw
from exporters.scene.resource import resource_of
from exporters.scene.routing import Route, SceneTooLarge, route
from exporters.settings import Settings
from schemas.asl.graph import EdgeKind, ends
from schemas.asl.states import kinds
from schemas.sidecar.annotations import NOTE_WIDTH, Annotations, read_annotations
from schemas.sidecar.workflow import Workflow

MOST_BOXES = 1_500
EMPTY = (0.0, 0.0, 320.0, 120.0)

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Figures from the outer to the inner; arrows with kind, route and words; where end marks hang; what
    stands beside."""

    figures: list[Figure]
    arrows: list[tuple[EdgeKind, Route, str]]
    ends: list[tuple[float, float]]
    beside: Annotations

    @property
    def bounds(self) -> Bounds:
        """The left, top, right and bottom of all that is drawn."""
        parts = [*_extents(self)]
        if not parts:
            return EMPTY
        lefts, tops, rights, bottoms = zip(*parts, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


def drawing(workflow: Workflow, settings: Settings) -> Drawing:
    """What a picture of the workflow shows. Raises `SceneTooLarge` for more than anyone could read."""
    scene = draw(workflow, settings.language)
    if len(scene.boxes) > MOST_BOXES:
        raise SceneTooLarge
    routes = route(scene, settings.view_mode)
    places = _places(scene)
    return Drawing(
        [_figure(box, places[box.id], workflow, settings) for box in scene.boxes.values()],
        [
            (arrow.edge.kind, routes[arrow.id], arrow.labels[settings.view_mode])
            for arrow in scene.arrows.values()
            if arrow.id in routes
        ],
        [
            (places[box.id][0] + box.width / 2, places[box.id][1] + box.height)
            for box in scene.boxes.values()
            if box.state and ends(box.state) and not _is_end(box.state.type)
        ],
        read_annotations(workflow.design),
    )


def _is_end(type: str) -> bool:
    kind = kinds().get(type)
    return kind is not None and kind.always_ends


def _places(scene: Scene) -> dict[str, tuple[float, float]]:
    """The corner of each box in the whole picture; outer boxes come before inner ones."""
    places = {"": (0.0, 0.0)}
    for box in scene.boxes.values():
        x, y = places[box.parent]
        places[box.id] = (x + box.x, y + box.y)
    return places


def _figure(box: Box, place: tuple[float, float], workflow: Workflow, settings: Settings) -> Figure:
    state = box.state
    is_known = state is None or state.type in kinds()
    return Figure(
        type=(state.type if is_known else "Unknown") if state else "Branch",
        x=place[0],
        y=place[1],
        width=box.width,
        height=box.height,
        caption=_caption(box, workflow, settings),
        service=resource_of(state.fields).service if state and state.type == "Task" else "",
        settings=settings,
        palette=PALETTES[settings.theme],
    )


def _caption(box: Box, workflow: Workflow, settings: Settings) -> Caption:
    if box.state is None:
        place = box.id.rsplit("/")[-1]
        number = int(place) + 1 if place.isdigit() else place
        return Caption(artwork.word(settings.language, "branch.title", number=number))
    return captions(box.state, workflow.design.states.get(box.id), settings.language)[settings.view_mode]


def _extents(found: Drawing) -> Iterator[Bounds]:
    for figure in found.figures:
        yield figure.x, figure.y, figure.x + figure.width, figure.y + figure.height
    for kind, way, _ in found.arrows:
        reach = 2 * START_RADIUS if kind == "start" else 0
        for x, y in way.corners:
            yield x - reach, y - reach, x + reach, y
        if label := way.label:
            half, tall = label.width / 2, LABEL_HEIGHT / 2
            yield label.x - half, label.y - tall, label.x + half, label.y + tall
    for x, bottom in found.ends:
        yield x, bottom, x, bottom + END_BELOW + END_RADIUS
    for lane in found.beside.lanes.values():
        x, y = lane.position.x, lane.position.y
        yield x, y, x + lane.width, y + lane.height
    for note in found.beside.notes.values():
        x, y = note.position.x, note.position.y
        yield x, y, x + NOTE_WIDTH, y + note_height(note)
