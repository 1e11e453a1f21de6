"""Finds the flowchart in a text: in a block of Markdown, after front matter, between comments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from schemas.core.coerce import mapping
from schemas.core.coerce import text as text_of
from schemas.diagrams.mermaid.labels import protect_entities
from schemas.document.document import Document

MAX_BLOCKS = 200
_FENCE = re.compile(r"(`{3,}|~{3,}|:{3,})[ \t]*+\{?\.?(\w*)")
_FRONT_MATTER = re.compile(r"\s*?([ \t]*)-{3}[ \t]*\n(.*?)\n\1-{3}[ \t]*(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"^[ \t]*%%[^\n]*", re.MULTILINE)
_QUOTE_MARKS = re.compile(r"^[ \t]*+>[ \t>]*")
_HEAD = re.compile(r"\s*([A-Za-z][\w-]*)")
_DIRECTION = r"[ \t]+(?:(?:LR|RL|TB|BT|TD|BR|v)\b|[<>^])[^\n]*"
_FLOWCHART = re.compile(rf"\s*(?:graph|flowchart(?:-elk)?)(?:{_DIRECTION}|[ \t]*(?:%%[^\n]*)?)(?:[;\n]|\Z)")
"""`graph` or `flowchart` with a direction, or alone: any list of lines may begin with such a word."""
_OTHER = re.compile(
    r"(?:sequenceDiagram|classDiagram(?:-v2)?|stateDiagram(?:-v2)?|erDiagram|quadrantChart|gitGraph|zenuml"
    r"|requirementDiagram|C4(?:Context|Container|Component|Dynamic|Deployment)"
    r"|(?:sankey|xychart|block|packet|architecture|radar|treemap|swimlane)-beta)"
)
_OTHER_ALONE = re.compile(
    r"(?:journey|gantt|pie|mindmap|timeline|sankey|xychart|block|packet|kanban|architecture|treemap|info)"
)
"""The first words of Mermaid's other diagrams; of some only where they stand alone on their line."""


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
        return _FLOWCHART.match(self.text) is not None


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
    blocks = list(islice(_blocks(text), MAX_BLOCKS))
    if not blocks:
        source = _cleaned(text)
        return source if source.is_flowchart else None
    flowcharts = [(start, block) for start, block in blocks if _cleaned(block).is_flowchart]
    start, block = (flowcharts or blocks)[0]
    source = _cleaned(_blank(text[:start]) + block)
    return Source(source.text, source.kind, source.title, max(len(flowcharts) - 1, 0))


def other_kind(text: str) -> str:
    """The first word of a text that is another diagram of Mermaid, such as `sequenceDiagram`; "" for none."""
    source = _cleaned(text)
    rest = source.text.lstrip().removeprefix(source.kind).split("\n", 1)[0].strip(" \t;:")
    is_alone = rest in ("", "showData") and _OTHER_ALONE.fullmatch(source.kind)
    if is_alone or _OTHER.fullmatch(source.kind):
        return source.kind
    return ""


def _cleaned(text: str) -> Source:
    title = ""
    if front := _FRONT_MATTER.match(text):
        title = text_of(mapping(Document.parse(front[2], "yaml").value).get("title"))
        text = _blank(text[: front.end()]) + text[front.end() :]
    text = _without_directives(text)
    text = _COMMENT.sub(lambda found: _blank(found[0]), text)
    head = _HEAD.match(text)
    return Source(protect_entities(text), head[1] if head else "", title)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The blocks of Mermaid in Markdown, with their offsets; marks of a quotation in them are blank."""
    begun, fence, lines = 0, "", list[str]()
    offset = 0
    for line in text.splitlines(keepends=True):
        offset += len(line)
        mark = line.lstrip(" \t>")
        if fence:
            if mark.startswith(fence):
                yield begun, "".join(lines)
                fence = ""
            else:
                lines.append(_QUOTE_MARKS.sub(lambda found: _blank(found[0]), line))
        elif (found := _FENCE.match(mark)) and found[2].lower() == "mermaid":
            begun, fence, lines = offset, found[1], []
    if fence:
        yield begun, "".join(lines)


def _without_directives(text: str) -> str:
    """The text with each `%%{ … }%%` blank."""
    parts: list[str] = []
    at = 0
    while (start := text.find("%%{", at)) >= 0 and (end := text.find("}%%", start)) >= 0:
        parts += text[at:start], _blank(text[start : end + 3])
        at = end + 3
    return "".join([*parts, text[at:]])


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
