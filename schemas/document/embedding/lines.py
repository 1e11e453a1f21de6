"""Lines of a larger text: a block of YAML, an object of JSON over several lines, a heredoc."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from schemas.core.edits import Splice
from schemas.document.text.merging import changed_lines
from schemas.document.text.splices import spliced

_AFTER_BREAK = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Lines:
    """The text from `start` to `end` of `whole`, whose lines begin with `indent` there.

    The first line has it only where `start` is the beginning of a line. A line with less of it, such as an
    empty one, loses what it has. `read` are splices of `whole`, each within a line, that say what stands
    there in words that need nothing around: the value of an alias for the alias.
    """

    whole: str
    start: int
    end: int
    indent: str
    read: tuple[Splice, ...] = ()

    @cached_property
    def text(self) -> str:
        """The lines without their outer indentation."""
        return "".join(self._own)

    def rewritten(self, text: str) -> str:
        """The whole with `text` in the place of the lines: a line that is equal stays, with its break."""
        return self.whole[: self.start] + "".join(self._written(text)) + self.whole[self.end :]

    @cached_property
    def _lines(self) -> list[str]:
        return lines(self.whole[self.start : self.end])

    @cached_property
    def _own(self) -> list[str]:
        own, at = [], self.start
        for index, line in enumerate(self._lines):
            inside = [splice for splice in self.read if at <= splice.start < at + len(line)]
            own.append(self._dedented(index, spliced(line, inside, at)))
            at += len(line)
        return own

    def _written(self, text: str) -> list[str]:
        """The lines of the larger text. The last one ends as it did: with a break, or before what follows."""
        new = lines(text)
        is_ended = bool(self._lines) and self._lines[-1].endswith(("\n", "\r"))
        while new and not is_ended and new[-1].endswith(("\n", "\r")):
            new[-1] = _BREAK.sub("", new[-1])
            new = new if new[-1] else new[:-1]
        if new and is_ended and not new[-1].endswith(("\n", "\r")):
            new[-1] += self._break
        written = list(self._lines)
        for first, last, begin, stop in reversed(changed_lines(self._own, new)):
            written[first:last] = [self._indented(index, new[index]) for index in range(begin, stop)]
        return written

    def _dedented(self, index: int, line: str) -> str:
        if index == 0 and not self._begins_line:
            return line
        at = 0
        while at < len(self.indent) and line[at : at + 1] == self.indent[at]:
            at += 1
        return line[at:]

    def _indented(self, index: int, line: str) -> str:
        """A new line as the larger text has it: with its indentation, and its kind of break."""
        body = _BREAK.sub("", line)
        ending = self._break if len(body) < len(line) else ""
        if not body or (index == 0 and not self._begins_line):
            return body + ending
        return self.indent + body + ending

    @cached_property
    def _begins_line(self) -> bool:
        return self.start == 0 or self.whole[self.start - 1] in "\r\n\ufeff"

    @cached_property
    def _break(self) -> str:
        found = _BREAK.search(self.whole, self.start) or _BREAK.search(self.whole)
        return found.group() if found else "\n"


def lines(text: str) -> list[str]:
    """The lines of a text with their breaks; an empty text has none."""
    return [line for line in _AFTER_BREAK.split(text) if line]


def common_indent(text: str) -> str:
    """The white space with which all lines begin that are not blank."""
    found: str | None = None
    for line in lines(text):
        if not line.strip():
            continue
        lead = line[: len(line) - len(line.lstrip(" \t"))]
        found = lead if found is None else _common(found, lead)
    return found or ""


def _common(one: str, other: str) -> str:
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    return one[:at]
