"""Reads a diagram in whichever of the known formats it is: by its text, not by the name of its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from schemas.diagrams import drawio, mermaid, miro
from schemas.diagrams.diagram import Diagram, DiagramRefused, Group
from schemas.diagrams.frames import with_frames
from schemas.document.text.limits import MAX_BYTES
from schemas.sidecar.limits import MAX_ENTRIES

__all__ = [
    "ENDINGS",
    "DiagramFormat",
    "DiagramRefused",
    "diagram_format",
    "is_named_like_a_diagram",
    "read_diagram",
]


@dataclass(frozen=True)
class DiagramFormat:
    """A format: its name, the endings of its files, and its reader."""

    name: str
    endings: tuple[str, ...]
    recognizes: Callable[[str], bool]
    read: Callable[[str], Diagram]


FORMATS = tuple(
    DiagramFormat(module.NAME, module.ENDINGS, module.recognizes, module.read)
    for module in (mermaid, drawio, miro)
)
ENDINGS = (*mermaid.ENDINGS, *drawio.ENDINGS)
"""The endings of files that hold nothing else; Miro's answers are `.json`, as definitions are."""


def diagram_format(text: str) -> DiagramFormat | None:
    """The format of `text`; None where it is no diagram."""
    return next((format for format in FORMATS if format.recognizes(text)), None)


def is_named_like_a_diagram(file: str) -> bool:
    """True for a file name such as `order.mmd` or `order.drawio`."""
    return file.lower().endswith(ENDINGS)


def read_diagram(text: str, file: str = "") -> Diagram:
    """The diagram in `text`, with at most as many nodes and groups as a sketch has.

    Where the text is in no known format, the ending of `file` decides which reader says why. Raises
    `DiagramRefused`.
    """
    if len(text) > MAX_BYTES:
        raise DiagramRefused("diagram-too-large", limit=str(MAX_BYTES // 1024 // 1024))
    format = diagram_format(text) or _by_ending(file)
    if format is None:
        raise DiagramRefused("diagram-unknown")
    diagram = format.read(text)
    if not diagram.nodes:
        raise _refused(diagram)
    return with_frames(_limited(diagram))


def _refused(diagram: Diagram) -> DiagramRefused:
    """The refusal of a diagram without nodes: the first that could not be read, if there is one."""
    if not diagram.messages:
        return DiagramRefused("diagram-empty")
    first = diagram.messages[0]
    return DiagramRefused(first.code, first.line, first.column, **first.params)


def _by_ending(file: str) -> DiagramFormat | None:
    return next((format for format in FORMATS if file.lower().endswith(format.endings)), None)


def _limited(diagram: Diagram) -> Diagram:
    """The diagram as it is, or with the first nodes and groups; the sketch then says that it is not all."""
    if len(diagram.nodes) <= MAX_ENTRIES and len(diagram.groups) <= MAX_ENTRIES:
        return diagram
    nodes = dict(islice(diagram.nodes.items(), MAX_ENTRIES + 1))
    groups = dict(islice(diagram.groups.items(), MAX_ENTRIES))
    known = nodes.keys() | groups.keys()
    return replace(
        diagram,
        nodes=nodes,
        groups={id: _among(group, known) for id, group in groups.items()},
        edges=tuple(edge for edge in diagram.edges if {edge.source, edge.target} <= known),
    )


def _among(group: Group, known: set[str]) -> Group:
    return replace(group, members=tuple(member for member in group.members if member in known))
