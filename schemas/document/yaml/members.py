"""Collections of YAML while they are read, and where their members begin."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.document.text.lines import skip
from schemas.document.yaml.spans import is_question_mark
from schemas.document.yaml.tree import YamlNode


@dataclass(slots=True, frozen=True)
class Member:
    """What comes before a member's value: its key or `-`, and the place after that; see `Entry`."""

    key: str | int
    start: int
    key_end: int
    after: int
    merge: bool = False


@dataclass(slots=True)
class Open:
    """A collection that is being read. `cursor` is where its last member ended, `member` the one whose key
    or `-` has been read."""

    node: YamlNode
    is_mapping: bool
    cursor: int
    member: Member | None = None


def list_member(text: str, around: Open, start: int) -> Member:
    """The next member of a list, whose value the parser has found at `start`."""
    index = len(around.node.entries)
    if around.node.style == "flow":
        return Member(index, start, start, start)
    dash = skip(text, around.cursor)
    return Member(index, dash, dash + 1, dash + 1)


def key_place(text: str, cursor: int, start: int) -> int:
    """Where the next member after `cursor` begins, whose key is at `start`: at the `?` before it, if any."""
    mark = skip(text, cursor)
    mark = skip(text, mark + 1) if text.startswith(",", mark) else mark
    return mark if is_question_mark(text, mark) else start
