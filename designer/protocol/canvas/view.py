"""The view: the nodes, edges, notes and lanes that the canvas shows."""

from __future__ import annotations

from typing import Literal

from designer.protocol.message import EdgeKind, Marker, Message
from exporters.scene.captions import FactKind

StateType = Literal["Task", "Pass", "Choice", "Wait", "Parallel", "Map", "Succeed", "Fail"]
CardType = Literal["screen", "step", "decision", "table", "person", "external", "succeeded", "failed", "note"]
"""The kinds of a sketch's cards."""


class Fact(Message):
    """A setting in a few words, with an icon; some have the icon alone."""

    kind: FactKind
    words: str


class Caption(Message):
    """The words on a state in one view mode."""

    title: str
    badge: Fact | None = None
    marks: list[Fact] = []
    line: str = ""
    facts: list[Fact] = []
    note: str = ""


class Node(Message):
    """A state, a Parallel's branch (`type` "Branch"), or a card of a sketch, whose `name` is all its words.

    `parent` is the id of the node around it, or "".
    """

    id: str
    type: StateType | CardType | Literal["Branch", "Unknown"]
    name: str
    parent: str
    x: float
    y: float
    width: float
    height: float
    business: Caption
    engineering: Caption
    service: str = ""
    language: Literal["JSONPath", "JSONata"] = "JSONPath"
    terminal: bool = False
    markers: list[Marker] = []


class Edge(Message):
    """An edge; `source` is a state's id, or a scope's id for a start edge.

    `business` and `engineering` are its labels in the two view modes. `catches_all` marks a catcher of
    States.ALL, before which new catchers come.
    """

    id: str
    kind: EdgeKind
    source: str
    target: str
    business: str = ""
    engineering: str = ""
    catches_all: bool = False
    markers: list[Marker] = []


class Note(Message):
    """A sticky note."""

    id: str
    text: str
    x: float
    y: float


class Lane(Message):
    """A rectangle behind the states, named after the owner who answers for them."""

    id: str
    owner: str
    x: float
    y: float
    width: float
    height: float


class View(Message):
    """The whole picture."""

    nodes: dict[str, Node]
    edges: dict[str, Edge]
    notes: dict[str, Note] = {}
    lanes: dict[str, Lane] = {}
    can_undo: bool = False
    can_redo: bool = False
