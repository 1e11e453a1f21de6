"""The view: what the canvas shows."""

from __future__ import annotations

from typing import Literal

from designer.protocol.message import EdgeKind, Marker, Message

StateType = Literal["Task", "Pass", "Choice", "Wait", "Parallel", "Map", "Succeed", "Fail"]


class Fact(Message):
    """A short setting."""

    kind: Literal["retry", "timeout", "wait"]
    words: str


class Caption(Message):
    """What one look shows of a state."""

    title: str
    line: str = ""
    facts: list[Fact] = []
    note: str = ""


class Node(Message):
    """A state, or a Parallel's branch (`type` "Branch"); `parent` is the id of the node around it, or ""."""

    id: str
    type: StateType | Literal["Branch", "Unknown"]
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
    """An arrow; `source` is a state's id, or a scope's id for a start arrow.

    What is written on it is by the look.
    """

    id: str
    kind: EdgeKind
    source: str
    target: str
    business: str = ""
    engineering: str = ""
    markers: list[Marker] = []


class Note(Message):
    """A sticky note."""

    id: str
    text: str
    x: float
    y: float


class Lane(Message):
    """A named rectangle behind the states that somebody answers for."""

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
