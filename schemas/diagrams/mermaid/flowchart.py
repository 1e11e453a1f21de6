"""A Mermaid flowchart as Mermaid understands it, before it becomes a diagram."""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.core.diagnostic import Diagnostic
from schemas.diagrams.mermaid.labels import Label


@dataclass(slots=True)
class FlowNode:
    """A node: its label, the name of its shape as Mermaid calls it ("" for none), and its classes."""

    label: Label
    shape: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FlowEdge:
    """An edge between two nodes or subgraphs (ids); `head` and `stroke` are named as Mermaid names them."""

    start: str
    end: str
    label: Label
    head: str
    stroke: str


@dataclass(frozen=True, slots=True)
class Subgraph:
    """A frame with its members (ids)."""

    label: Label
    members: tuple[str, ...]


@dataclass(slots=True)
class Flowchart:
    """Nodes and subgraphs by id in the order in which they are named, and edges."""

    direction: str = "TB"
    title: str = ""
    nodes: dict[str, FlowNode] = field(default_factory=dict)
    edges: list[FlowEdge] = field(default_factory=list)
    subgraphs: dict[str, Subgraph] = field(default_factory=dict)
    messages: list[Diagnostic] = field(default_factory=list)
