"""The canvas' view of a sketch: its cards as nodes, its arrows as edges."""

from __future__ import annotations

from typing import get_args

from designer.components.canvas.view import lane_of
from designer.protocol.canvas import Caption, CardType, Edge, Node, View
from exporters.scene.sketch import CardArrow, CardBox, draw_sketch
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.workflow import Workflow

CARD_TYPES: dict[str, CardType] = {name: name for name in get_args(CardType)}


def sketch_view(workflow: Workflow, can_undo: bool = False, can_redo: bool = False) -> View:
    """The view of a workflow's sketch; it looks the same in both view modes."""
    sketch = read_sketch(workflow.design)
    scene = draw_sketch(sketch)
    lanes = (lane_of(uid, lane) for uid, lane in sketch.lanes.items())
    edges = (_edge(drawn) for drawn in scene.arrows.values())
    return View(
        nodes={box.id: _node(box) for box in scene.boxes.values()},
        edges={edge.id: edge for edge in edges},
        lanes={lane.id: lane for lane in lanes},
        can_undo=can_undo,
        can_redo=can_redo,
    )


def _node(box: CardBox) -> Node:
    caption = Caption(title=box.card.text, line=box.card.owner)
    return Node(
        id=box.id,
        type=CARD_TYPES[box.card.kind],
        name=box.card.text,
        parent="",
        x=box.rect.x,
        y=box.rect.y,
        width=box.rect.width,
        height=box.rect.height,
        business=caption,
        engineering=caption,
    )


def _edge(drawn: CardArrow) -> Edge:
    arrow = drawn.arrow
    return Edge(
        id=f"arrow:{drawn.id}",
        kind=drawn.kind,
        source=arrow.source,
        target=arrow.target,
        business=arrow.label,
        engineering=arrow.label,
    )
