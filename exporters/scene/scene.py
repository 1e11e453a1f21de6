"""The scene: every state, branch and edge of a workflow, with positions and sizes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporters.scene.columns import Columns, columns_of
from exporters.scene.placement import place
from exporters.scene.rows import Link, Size
from exporters.scene.sizes import BRANCH_GAP, EMPTY_SCOPE, PADDING, START_SPACE, TITLE, card
from exporters.scene.space import Rect
from schemas.asl.graph import Edge, Graph, graph
from schemas.asl.states import kinds
from schemas.asl.walk import Scope, State, inner_scopes, states_of
from schemas.core.diagnostic import Language
from schemas.core.paths import Path
from schemas.core.view_mode import VIEW_MODES, ViewMode
from schemas.sidecar.annotations import NOTE_WIDTH, Annotations, read_annotations
from schemas.sidecar.design import Design, Point, StateDesign
from schemas.sidecar.identity import Identity, identify
from schemas.sidecar.workflow import Workflow
from schemas.wording.edge_labels import label

ONE_COLUMN = Columns()


@dataclass(frozen=True, slots=True)
class Box:
    """A state, or a Parallel's branch (then `state` is None), in pixels from the top left corner of `parent`.

    `id` is the state's uid or the branch's scope id; `parent` is the id of the box around it, "" for none.
    """

    id: str
    parent: str
    x: float
    y: float
    width: float
    height: float
    state: State | None

    @property
    def rect(self) -> Rect:
        """The rectangle that it covers of its parent."""
        return Rect(self.x, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class SceneEdge:
    """An edge between two boxes of one scope; `source` is the scope's id for the edge to its first state.

    `labels` has the words on the edge for each view mode; `edge` is the edge of the graph.
    """

    id: str
    source: str
    target: str
    labels: dict[ViewMode, str]
    edge: Edge


@dataclass(frozen=True, slots=True)
class Scene:
    """The boxes and edges to draw, by id, outer boxes before inner ones; without edges that lead nowhere.

    `columns` are those of the outermost scope, which annotations move with.
    """

    boxes: dict[str, Box]
    edges: dict[str, SceneEdge]
    columns: Columns = ONE_COLUMN

    @property
    def successors(self) -> dict[str, set[str]]:
        """The ids of the boxes that the edges of each box lead to."""
        found: dict[str, set[str]] = defaultdict(set)
        for edge in self.edges.values():
            found[edge.source].add(edge.target)
        return found


def draw(
    workflow: Workflow, language: Language = "ja", keep_places: bool = True, in_columns: bool = False
) -> Scene:
    """Return the scene of a workflow, with edge labels in `language`.

    States stand at their positions in the sidecar, or else near their neighbours; without `keep_places` all
    are laid out anew. With `in_columns`, tall scopes are cut into columns.
    """
    definition = workflow.document.value
    found, identity = graph(definition), identify(definition, workflow.design)
    designs = workflow.design.states if keep_places else {}
    sizes: dict[Path, Size] = {}
    boxes: dict[Path, list[Box]] = {}
    columns = ONE_COLUMN
    for scope in reversed(found.scopes):
        boxes[scope.path] = _boxes(scope, found, identity, designs, sizes)
        if in_columns:
            columns = _columns(boxes[scope.path], scope, found, workflow)
            boxes[scope.path] = [_moved(box, columns) for box in boxes[scope.path]]
        sizes[scope.path] = _size_around(boxes[scope.path])
    outer_first = (box for scope in found.scopes for box in boxes[scope.path])
    return Scene(
        {box.id: box for box in outer_first},
        {edge.id: edge for edge in _edges(found, identity, workflow.design, language)},
        columns,
    )


def _columns(boxes: list[Box], scope: Scope, found: Graph, workflow: Workflow) -> Columns:
    outside = [box for box in boxes if box.state is not None]
    links, _ = _links(scope, [box.state for box in outside if box.state], found)
    beside = read_annotations(workflow.design) if scope.owner is None else Annotations()
    return columns_of(
        [Point(box.x, box.y) for box in outside],
        [Size(box.width, box.height) for box in outside],
        links,
        [
            *((note.position, Size(NOTE_WIDTH, 0)) for note in beside.notes.values()),
            *((lane.position, Size(lane.width, lane.height)) for lane in beside.lanes.values()),
        ],
    )


def _moved(box: Box, columns: Columns) -> Box:
    """The box in its column; a branch stays in its Parallel."""
    if box.state is None:
        return box
    corner = columns.moved(Point(box.x, box.y))
    return replace(box, x=corner.x, y=corner.y)


def _boxes(
    scope: Scope, found: Graph, identity: Identity, designs: dict[str, StateDesign], sizes: dict[Path, Size]
) -> list[Box]:
    states = list(states_of(scope))
    scope_id = identity.scope_ids[scope.path]
    corner = Point(0, START_SPACE) if scope.owner is None else Point(PADDING, TITLE + START_SPACE)
    outside = [_size(state, sizes) for state in states]
    wanted = [_wanted(designs.get(identity.uids[state.path]), scope, corner) for state in states]
    places = place(outside, wanted, *_links(scope, states, found), corner)
    boxes = []
    for state, size, point in zip(states, outside, places, strict=True):
        uid = identity.uids[state.path]
        boxes.append(Box(uid, scope_id, point.x, point.y, size.width, size.height, state))
        boxes.extend(_branches(state, identity, sizes))
    return boxes


def _wanted(entry: StateDesign | None, scope: Scope, corner: Point) -> Point | None:
    if entry is None or entry.position is None:
        return None
    if scope.owner is None:
        return entry.position
    return Point(max(entry.position.x, corner.x), max(entry.position.y, corner.y))


def _links(scope: Scope, states: list[State], found: Graph) -> tuple[list[Link], int | None]:
    """The edges of a scope and its first state, by the indexes of the states."""
    index = {state.path: place for place, state in enumerate(states)}
    edges = [edge for state in states for edge in found.leaving(state.path) if edge.target]
    links = [
        Link(index[edge.source.path], index[edge.target.path], is_main(edge), edge.kind)
        for edge in edges
        if edge.target
    ]
    starts = [index[edge.target.path] for edge in found.leaving(scope.path) if edge.target]
    return links, starts[0] if starts else None


def is_main(edge: Edge) -> bool:
    """Return true if a successful execution may follow the edge."""
    return edge.kind != "catch" and edge.target is not None and edge.target.type != "Fail"


def initial_size(state: State) -> Size:
    """Return the size of a state without inner states."""
    return _size(state, {scope.path: Size(*EMPTY_SCOPE) for scope in inner_scopes(state)})


def _size(state: State, sizes: dict[Path, Size]) -> Size:
    kind = kinds().get(state.type)
    if kind is None or not kind.container:
        return Size(*card(state.type))
    inside = [sizes[scope.path] for scope in inner_scopes(state)] or [Size(*EMPTY_SCOPE)]
    if state.type == "Map":
        return replace(inside[0], is_container=True)
    width = sum(size.width for size in inside) + BRANCH_GAP * (len(inside) - 1) + 2 * PADDING
    return Size(width, TITLE + max(size.height for size in inside) + PADDING, is_container=True)


def _size_around(boxes: list[Box]) -> Size:
    right = max((box.x + box.width for box in boxes), default=0)
    bottom = max((box.y + box.height for box in boxes), default=0)
    least_width, least_height = EMPTY_SCOPE
    return Size(max(right + PADDING, least_width), max(bottom + PADDING, least_height))


def _branches(state: State, identity: Identity, sizes: dict[Path, Size]) -> Iterator[Box]:
    """A Parallel's branches, side by side and of one height."""
    scopes = [scope for scope in inner_scopes(state) if "/" in identity.scope_ids[scope.path]]
    height = max((sizes[scope.path].height for scope in scopes), default=0)
    x = float(PADDING)
    for scope in scopes:
        width = sizes[scope.path].width
        yield Box(identity.scope_ids[scope.path], identity.uids[state.path], x, TITLE, width, height, None)
        x += width + BRANCH_GAP


def _edges(found: Graph, identity: Identity, design: Design, language: Language) -> Iterator[SceneEdge]:
    for edge in found.edges:
        if edge.target:
            id = identity.edge_id(edge)
            source = id.split(":")[0]
            otherwise = design.otherwise(source)
            labels = {mode: label(edge.kind, edge.fields, language, mode, otherwise) for mode in VIEW_MODES}
            yield SceneEdge(id, source, identity.uids[edge.target.path], labels, edge)
