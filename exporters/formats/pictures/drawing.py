"""The parts of a picture, each at its position in the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporters.formats.pictures import artwork, typesetting
from exporters.formats.pictures.annotations import note_height
from exporters.formats.pictures.edges import END_BELOW, END_RADIUS, LABEL_HEIGHT, START_RADIUS, LineKind
from exporters.formats.pictures.legend import HEIGHT as LEGEND_HEIGHT
from exporters.formats.pictures.legibility import TALLEST
from exporters.formats.pictures.palette import PALETTES
from exporters.formats.pictures.styled_box import StyledBox
from exporters.scene import Box, Caption, Scene, captions, draw
from exporters.scene.columns import Columns
from exporters.scene.resource import resource_of
from exporters.scene.routing import Route, SceneTooLarge, route_edges, short_titles
from exporters.settings import Settings
from schemas.asl.graph import ends, graph
from schemas.asl.states import kinds
from schemas.core.coerce import mapping
from schemas.sidecar.annotations import NOTE_WIDTH, Annotations, read_annotations
from schemas.sidecar.design import Point
from schemas.sidecar.limits import MAX_ENTRIES
from schemas.sidecar.workflow import Workflow

MOST_BOXES = 1_500
MOST_EDGES_OF_FEW = 200
MOST_EDGES_A_STATE = 4
EMPTY = (0.0, 0.0, 320.0, 120.0)

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The parts of a picture.

    Boxes come from the outer to the inner; `edges` have kind, route and label; `ends` are the points below
    which an end mark hangs. `columns` is the number of columns that the flow is drawn in.
    `lines` are the kinds of lines that a legend explains.
    """

    boxes: list[StyledBox]
    edges: list[tuple[LineKind, Route, str]]
    ends: list[tuple[float, float]]
    annotations: Annotations
    columns: int = 1
    lines: tuple[LineKind, ...] = ()

    @property
    def bounds(self) -> Bounds:
        """The left, top, right and bottom of all parts, in pixels."""
        parts = [*_extents(self)]
        if not parts:
            return EMPTY
        lefts, tops, rights, bottoms = zip(*parts, strict=True)
        legend = LEGEND_HEIGHT if self.lines else 0
        return min(lefts), min(tops), max(rights), max(bottoms) + legend


def drawing(workflow: Workflow, settings: Settings) -> Drawing:
    """Return the parts of the picture of a workflow. Raises `SceneTooLarge`."""
    if _is_crowded(workflow):
        raise SceneTooLarge
    scene = _scene(workflow, settings)
    if len(scene.boxes) > MOST_BOXES:
        raise SceneTooLarge
    routes = route_edges(scene, settings.view_mode)
    places = _places(scene)
    found = {box.id: _caption(box, workflow, settings) for box in scene.boxes.values()}
    titles = {id: found[id].title for id, box in scene.boxes.items() if box.state}
    short = short_titles(scene, {id: typesetting.clean(title) for id, title in titles.items()})
    return Drawing(
        [
            _styled(box, places[box.id], found[box.id], short.get(box.id), settings)
            for box in scene.boxes.values()
        ],
        [
            (edge.edge.kind, routes[edge.id], edge.labels[settings.view_mode])
            for edge in scene.edges.values()
            if edge.id in routes
        ],
        [
            (places[box.id][0] + box.width / 2, places[box.id][1] + box.height)
            for box in scene.boxes.values()
            if box.state and ends(box.state) and not _is_end(box.state.type)
        ],
        _in_columns(read_annotations(workflow.design), scene.columns),
        len(scene.columns),
    )


def _scene(workflow: Workflow, settings: Settings) -> Scene:
    """The scene as on the canvas; in columns if these are wanted, or if it could not be read otherwise."""
    if settings.layout == "columns":
        return draw(workflow, settings.language, in_columns=True)
    scene = draw(workflow, settings.language)
    height = max((box.y + box.height for box in scene.boxes.values() if not box.parent), default=0)
    if settings.layout == "auto" and height > TALLEST:
        return draw(workflow, settings.language, in_columns=True)
    return scene


def _in_columns(annotations: Annotations, columns: Columns) -> Annotations:
    """The annotations in their columns; a lane is in each that it reaches into."""
    lanes = {
        f"{uid}/{top}": replace(lane, position=columns.moved(Point(lane.position.x, top)), height=height)
        for uid, lane in annotations.lanes.items()
        for top, height in columns.pieces(lane.position.y, lane.height)
    }
    notes = {
        uid: replace(note, position=columns.moved(note.position)) for uid, note in annotations.notes.items()
    }
    return Annotations(notes, lanes)


def _is_crowded(workflow: Workflow) -> bool:
    """True if nobody could read the picture, and finding its paths would take very long.

    Real flows have at most two edges a state.
    """
    found = graph(workflow.document.value)
    is_dense = len(found.edges) > max(MOST_EDGES_OF_FEW, MOST_EDGES_A_STATE * len(found.states))
    sections = (mapping(workflow.design.fields.get(name)) for name in ("notes", "lanes"))
    return is_dense or any(len(section) > MAX_ENTRIES for section in sections)


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


def _styled(
    box: Box, place: tuple[float, float], caption: Caption, short: str | None, settings: Settings
) -> StyledBox:
    state = box.state
    is_known = state is None or state.type in kinds()
    return StyledBox(
        type=(state.type if is_known else "Unknown") if state else "Branch",
        x=place[0],
        y=place[1],
        width=box.width,
        height=box.height,
        title=caption.title,
        caption=replace(caption, title=short) if short else caption,
        service=resource_of(state.fields).service if state and state.type == "Task" else "",
        settings=settings,
        palette=PALETTES[settings.theme],
        id=box.id,
    )


def _caption(box: Box, workflow: Workflow, settings: Settings) -> Caption:
    if box.state is None:
        place = box.id.rsplit("/")[-1]
        number = int(place) + 1 if place.isdigit() else place
        return Caption(artwork.word(settings.language, "branch.title", number=number))
    return captions(box.state, workflow.design.states.get(box.id), settings.language)[settings.view_mode]


def _extents(found: Drawing) -> Iterator[Bounds]:
    for box in found.boxes:
        yield box.x, box.y, box.x + box.width, box.y + box.height
    for kind, route, _ in found.edges:
        reach = 2 * START_RADIUS if kind == "start" else 0
        for x, y in route.corners:
            yield x - reach, y - reach, x + reach, y
        if label := route.label:
            half, tall = label.width / 2, LABEL_HEIGHT / 2
            yield label.x - half, label.y - tall, label.x + half, label.y + tall
    for x, bottom in found.ends:
        yield x, bottom, x, bottom + END_BELOW + END_RADIUS
    for lane in found.annotations.lanes.values():
        x, y = lane.position.x, lane.position.y
        yield x, y, x + lane.width, y + lane.height
    for note in found.annotations.notes.values():
        x, y = note.position.x, note.position.y
        yield x, y, x + NOTE_WIDTH, y + note_height(note)
