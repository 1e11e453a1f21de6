"""Reads Mermaid flowcharts, as text, as a file, or as a block in Markdown."""

from __future__ import annotations

from schemas.core.diagnostic import Diagnostic
from schemas.diagrams.diagram import Diagram, DiagramRefused, Edge, Group, Node, warning
from schemas.diagrams.mermaid.flowchart import Flowchart, FlowNode
from schemas.diagrams.mermaid.shapes import role_of
from schemas.diagrams.mermaid.source import find_source, other_kind
from schemas.diagrams.mermaid.statements import read_flowchart
from schemas.sidecar.sketch import CARD_KINDS, CardKind

NAME = "mermaid"
ENDINGS = (".mmd", ".mermaid", ".md", ".markdown")


def recognizes(text: str) -> bool:
    """True for a text that is a diagram of Mermaid, or Markdown with a block of Mermaid."""
    return find_source(text) is not None or other_kind(text) != ""


def read(text: str) -> Diagram:
    """The flowchart in `text` as a diagram without places. Raises `DiagramRefused`.

    Syntax: https://mermaid.js.org/syntax/flowchart.html
    """
    source = find_source(text)
    if source is None or not source.is_flowchart:
        kind = source.kind if source else other_kind(text)
        if not kind:
            raise DiagramRefused("diagram-unknown")
        raise DiagramRefused("diagram-no-flowchart", *_place_of_kind(text, kind), kind=kind)
    chart = read_flowchart(source)
    messages = list(chart.messages)
    if source.others:
        messages.append(warning("diagram-other-flowcharts", count=str(source.others)))
    return diagram_of(chart, messages)


def diagram_of(chart: Flowchart, messages: list[Diagnostic]) -> Diagram:
    """A flowchart as a diagram; a node that stands for a subgraph is no node of its own."""
    nodes = {
        id: Node(node.label.text, role_of(node.shape), kind=_kind_of(node))
        for id, node in chart.nodes.items()
        if id not in chart.subgraphs
    }
    edges = tuple(
        Edge(
            edge.start,
            edge.end,
            edge.label.text,
            both=edge.head.startswith("double_"),
            hidden=edge.stroke == "invisible",
        )
        for edge in chart.edges
    )
    groups = {id: Group(graph.label.text, graph.members) for id, graph in chart.subgraphs.items()}
    return Diagram(nodes, edges, groups, chart.title, chart.direction in ("LR", "RL"), tuple(messages))


def _kind_of(node: FlowNode) -> CardKind | None:
    """The kind of card that a class of the node names, as in flowcharts of ours."""
    return next((name for name in node.classes if name in CARD_KINDS), None)


def _place_of_kind(text: str, kind: str) -> tuple[int, int]:
    at = max(text.find(kind), 0) if kind else 0
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
