"""The canvas' view of a workflow: its scene, with the diagnostics as markers on states and edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import get_args

from designer.protocol.canvas import Caption, Edge, Fact, Lane, Marker, Node, Note, StateType, View
from exporters.scene import Box, Scene, SceneEdge, captions, draw
from exporters.scene.captions import Fact as SceneFact
from exporters.scene.resource import resource_of
from schemas.asl.errors import catches_all
from schemas.asl.graph import ends
from schemas.core.diagnostic import Diagnostic, Language
from schemas.core.paths import Path, innermost
from schemas.core.view_mode import VIEW_MODES, ViewMode
from schemas.sidecar.annotations import Annotations, read_annotations
from schemas.sidecar.annotations import Lane as OwnersLane
from schemas.sidecar.workflow import Workflow

TYPES: dict[str, StateType] = {name: name for name in get_args(StateType)}
TO_FILL_IN = ("example-value", "undecided")
Markers = Mapping[str, list[Marker]]


def view(
    workflow: Workflow,
    diagnostics: Iterable[Diagnostic],
    language: Language,
    can_undo: bool = False,
    can_redo: bool = False,
) -> View:
    """The view of a workflow whose text can be read; of one that can't be, it has no states."""
    scene = draw(workflow, language)
    markers = _placed(scene, diagnostics, language)
    beside = read_annotations(workflow.design)
    return View(
        nodes={
            box.id: _node(box, _captions(box, workflow, language), markers) for box in scene.boxes.values()
        },
        edges={drawn.id: _edge(drawn, markers) for drawn in scene.edges.values()},
        notes=_notes(beside),
        lanes=_lanes(beside),
        can_undo=can_undo,
        can_redo=can_redo,
    )


def _captions(box: Box, workflow: Workflow, language: Language) -> dict[ViewMode, Caption]:
    if box.state is None:
        return {look: Caption(title="") for look in VIEW_MODES}
    found = captions(box.state, workflow.design.states.get(box.id), language)
    return {
        look: Caption(
            title=caption.title,
            line=caption.line,
            badge=_fact(caption.badge) if caption.badge else None,
            marks=[_fact(mark) for mark in caption.marks],
            facts=[_fact(fact) for fact in caption.facts],
            note=caption.note,
        )
        for look, caption in found.items()
    }


def _fact(fact: SceneFact) -> Fact:
    return Fact(kind=fact.kind, words=fact.words)


def _node(box: Box, captions: dict[ViewMode, Caption], markers: Markers) -> Node:
    state = box.state
    return Node(
        id=box.id,
        type=TYPES.get(state.type, "Unknown") if state else "Branch",
        name=state.name if state else "",
        parent=box.parent,
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        business=captions["business"],
        engineering=captions["engineering"],
        service=resource_of(state.fields).service if state and state.type == "Task" else "",
        language=state.language if state else "JSONPath",
        terminal=state is not None and ends(state),
        markers=markers.get(box.id, []),
    )


def _notes(beside: Annotations) -> dict[str, Note]:
    notes = (
        Note(id=f"note:{uid}", text=note.text, x=note.position.x, y=note.position.y)
        for uid, note in beside.notes.items()
    )
    return {note.id: note for note in notes}


def _lanes(beside: Annotations) -> dict[str, Lane]:
    lanes = (lane_of(uid, lane) for uid, lane in beside.lanes.items())
    return {lane.id: lane for lane in lanes}


def lane_of(uid: str, lane: OwnersLane) -> Lane:
    """The lane of the sidecar as the canvas shows it."""
    x, y = lane.position.x, lane.position.y
    return Lane(id=f"lane:{uid}", owner=lane.owner, x=x, y=y, width=lane.width, height=lane.height)


def _edge(drawn: SceneEdge, markers: Markers) -> Edge:
    return Edge(
        id=drawn.id,
        kind=drawn.edge.kind,
        source=drawn.source,
        target=drawn.target,
        business=drawn.labels["business"],
        engineering=drawn.labels["engineering"],
        catches_all=drawn.edge.kind == "catch" and catches_all(drawn.edge.fields),
        markers=markers.get(drawn.id, []),
    )


def _placed(scene: Scene, diagnostics: Iterable[Diagnostic], language: Language) -> Markers:
    """The markers by the id of the innermost node or edge around them.

    Diagnostics outside of all states are left out, and so are hints, but for those about what is to be filled
    in yet: the canvas shows errors and warnings.
    """
    ids = {box.state.path: box.id for box in scene.boxes.values() if box.state is not None}
    ids |= {_whole(drawn): drawn.id for drawn in scene.edges.values()}
    markers: dict[str, list[Marker]] = defaultdict(list)
    for diagnostic in diagnostics:
        id = innermost(diagnostic.path, ids)
        if id is not None and (diagnostic.severity != "hint" or diagnostic.code in TO_FILL_IN):
            words = diagnostic.message(language)
            marker = Marker(code=diagnostic.code, severity=diagnostic.severity, message=words)
            markers[id].append(marker)
    return markers


def _whole(drawn: SceneEdge) -> Path:
    """The path of an edge as a whole: its rule or catcher, or the field that names its target."""
    edge = drawn.edge
    return edge.field if edge.index is None else edge.field[:-1]
