"""The use of an exported stack in an app: the import and the instance, and the reasons to add none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ALONE = re.compile(r"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class StackUse:
    """A stack's class, its module as the app writes it in an import, and the id of its instance."""

    name: str
    module: str
    id: str


class Uncertain(Exception):
    """The place of an import or an instance is not certain; `line` is where that shows."""

    def __init__(self, line: int = 1) -> None:
        super().__init__(line)
        self.line = line


class NameTaken(Exception):
    """The name or the id of a stack has another meaning in the app, at `line`."""

    def __init__(self, name: str, line: int) -> None:
        super().__init__(name)
        self.name = name
        self.line = line


def inserted(text: str, additions: Iterable[tuple[int, str]]) -> str:
    """`text` with a new line behind each of the lines, which are counted from 1 and end with a line feed.

    Raises `Uncertain` for a carriage return alone, which not all readers count as the end of a line.
    """
    alone = _ALONE.search(text)
    if alone:
        raise Uncertain(text.count("\n", 0, alone.start()) + 1)
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = _LINE.findall(text)
    for number, addition in sorted(additions, reverse=True):
        before = lines[number - 1]
        if not before.endswith("\n"):
            lines[number - 1] = before + newline
        lines.insert(number, addition + newline)
    return "".join(lines)
