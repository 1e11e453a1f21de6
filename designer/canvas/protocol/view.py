"""The view: what the canvas shows."""

from __future__ import annotations

from typing import Literal

from designer.canvas.protocol.message import EdgeKind, Message

StateType = Literal["Task", "Pass", "Choice", "Wait", "Parallel", "Map", "Succeed", "Fail"]
Severity = Literal["error", "warning", "hint"]


class Problem(Message):
    """A diagnostic in the language of the screen."""

    code: str
    severity: Severity
    message: str


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
    resource: str = ""
    service: str = ""
    language: Literal["JSONPath", "JSONata"] = "JSONPath"
    terminal: bool = False
    problems: list[Problem] = []


class Edge(Message):
    """An arrow; `source` is a state's id, or a scope's id for a start arrow."""

    id: str
    kind: EdgeKind
    source: str
    target: str
    label: str = ""
    problems: list[Problem] = []


class View(Message):
    """The whole picture."""

    nodes: dict[str, Node]
    edges: dict[str, Edge]
    can_undo: bool = False
    can_redo: bool = False
