"""The collections and members of YAML that are being parsed."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.document.text.lines import skip
from schemas.document.yaml.spans import is_question_mark
from schemas.document.yaml.tree import YamlNode


@dataclass(slots=True, frozen=True)
class Member:
    """The key or `-` of a member whose value is parsed next; the fields are those of `Entry`."""

    key: str | int
    start: int
    key_end: int
    after: int
    merge: bool = False


@dataclass(slots=True)
class Open:
    """A collection that is being parsed.

    `cursor` is the offset of the end of its last member; `member` is the one whose value comes next. If it is
    the argument of a `function` in its short form, `call` is that form.
    """

    node: YamlNode
    is_mapping: bool
    cursor: int
    member: Member | None = None
    function: str = ""
    call: YamlNode | None = None


def list_member(text: str, around: Open, start: int) -> Member:
    """The next member of a list; the parser has found its value at `start`."""
    index = len(around.node.entries)
    if around.node.style == "flow":
        return Member(index, start, start, start)
    dash = skip(text, around.cursor)
    return Member(index, dash, dash + 1, dash + 1)


def member_start(text: str, cursor: int, start: int) -> int:
    """The offset of the next member after `cursor`: of the `?` before its key, or of the key at `start`."""
    mark = skip(text, cursor)
    mark = skip(text, mark + 1) if text.startswith(",", mark) else mark
    return mark if is_question_mark(text, mark) else start
