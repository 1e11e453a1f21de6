"""Finds the flowchart in a text: in a block of Markdown, after front matter, between comments."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from schemas.core.coerce import mapping
from schemas.core.coerce import text as text_of
from schemas.diagrams.mermaid.labels import protect_entities
from schemas.document.document import Document

_FENCE = re.compile(
    r"^([ \t>]*)(`{3,}|~{3,}|:{3,})[ \t]*\{?\.?mermaid\b[^\n]*\n(.*?)(?:^[ \t>]*\2|\Z)",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_FRONT_MATTER = re.compile(r"\s*?([ \t]*)-{3}[ \t]*\n(.*?)\n\1-{3}[ \t]*(?:\n|\Z)", re.DOTALL)
_DIRECTIVE = re.compile(r"%%\{.*?\}%%", re.DOTALL)
_COMMENT = re.compile(r"^[ \t]*%%[^\n]*", re.MULTILINE)
_QUOTE_MARKS = re.compile(r"^[ \t]*>[ \t>]*", re.MULTILINE)
_HEAD = re.compile(r"\s*([A-Za-z][\w-]*)")
_FLOWCHART = re.compile(r"(?:graph|flowchart(?:-elk)?)\b")


@dataclass(frozen=True)
class Source:
    """The text of a flowchart at its place in the text it comes from: all else in it is blank.

    `kind` is the first word, such as `flowchart` or `sequenceDiagram`. `others` counts the flowcharts that
    follow in the same Markdown.
    """

    text: str
    kind: str
    title: str
    others: int = 0

    @property
    def is_flowchart(self) -> bool:
        """True for `graph` and `flowchart`."""
        return _FLOWCHART.fullmatch(self.kind) is not None


class Lines:
    """Tells line and column, both from 1, of an offset in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def find_source(text: str) -> Source | None:
    """The first flowchart in `text`, else its first diagram; None where there is no diagram of Mermaid."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", " ")
    blocks = [_alone(text, found.start(3), found.end(3)) for found in _FENCE.finditer(text)]
    sources = [_cleaned(block) for block in blocks] or [_cleaned(text)]
    flowcharts = [source for source in sources if source.is_flowchart]
    if flowcharts:
        first = flowcharts[0]
        return Source(first.text, first.kind, first.title, len(flowcharts) - 1)
    return sources[0] if blocks else None


def other_kind(text: str) -> str:
    """The first word of a text that is no flowchart, such as `sequenceDiagram`; "" where there is none."""
    source = _cleaned(text)
    return source.kind


def _cleaned(text: str) -> Source:
    title = ""
    if front := _FRONT_MATTER.match(text):
        title = text_of(mapping(Document.parse(front[2], "yaml").value).get("title"))
        text = _blank(text[: front.end()]) + text[front.end() :]
    text = _DIRECTIVE.sub(lambda found: _blank(found[0]), text)
    text = _COMMENT.sub(lambda found: _blank(found[0]), text)
    head = _HEAD.match(text)
    return Source(protect_entities(text), head[1] if head else "", title)


def _alone(text: str, start: int, end: int) -> str:
    """The text with everything before `start` and after `end` blank, and no marks of a quotation."""
    block = text[start:end]
    if block.lstrip(" \t").startswith(">"):
        block = _QUOTE_MARKS.sub(lambda found: _blank(found[0]), block)
    return _blank(text[:start]) + block


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
