"""Reads the parts of a statement at a position of the text: ids, labels in brackets, and links."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.diagrams.mermaid.labels import Label
from schemas.diagrams.mermaid.shapes import BRACKETS, Brackets


class Unreadable(Exception):
    """The text at `offset` is not what a flowchart has there."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its label, its heads and its stroke, named as Mermaid names them, and the id it is given."""

    label: Label
    head: str
    stroke: str
    id: str = ""


_LINKS = {
    "normal": (re.compile(r"\s*[xo<]?--+[-xo>]\s*"), re.compile(r"\s*[xo<]?--\s*")),
    "thick": (re.compile(r"\s*[xo<]?==+[=xo>]\s*"), re.compile(r"\s*[xo<]?==\s*")),
    "dotted": (re.compile(r"\s*[xo<]?-?\.+-[xo>]?\s*"), re.compile(r"\s*[xo<]?-\.\s*")),
}
"""Of each stroke: a whole link, and the beginning of one with a label in its middle."""
_ENDS = {
    "normal": re.compile(r"[xo<]?--+[-xo>]\s*"),
    "thick": re.compile(r"[xo<]?==+[=xo>]\s*"),
    "dotted": re.compile(r"(?:[xo<]?-|[xo<])?(?<!\.)\.+-[xo>]?\s*"),
}
_HIDDEN = re.compile(r"\s*~~~+\s*")
_LINK_AHEAD = re.compile(r"[xo<]?(?:--|==|-?\.+-|-\.)|~~~")
_LINK_ID = re.compile(r"[ \t]*([^\s\"@]+)@(?=[xo<]?(?:--|==|-?\.+-|-\.)|~~~)")
_LATIN_PART = re.compile(r"(?:[A-Za-z0-9!#$%&'*+.`?\\_/\ue000\ue001]|-(?=[^>\-.])|=(?!=))+")
_OTHER_PART = re.compile(r"[^\x00-\x7f\s]|[,-]|:(?!::)|[0-9]+")
_NUMBER = re.compile(r"[0-9]+")
_SPACES = re.compile(r"\s*")
_MARKDOWN = re.compile(r'\s*"`([^`"]*)`"\s*')
_STRING = re.compile(r'\s*"([^"]*)"\s*')
_STRICT = re.compile(r"[^\[\](){}|\"]*")
_PAIRS = {"[": "]", "(": ")", "{": "}"}
_HEADS = {"x": "arrow_cross", "o": "arrow_circle", ">": "arrow_point", "<": "arrow_point"}


class Scanner:
    """A position in the text of a flowchart, which each part that is read moves on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    @property
    def is_done(self) -> bool:
        """True at the end of the text."""
        return self.at >= len(self.text)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Move behind `pattern` if the text goes on with it."""
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def id(self) -> str:
        """The id of a node. Raises `Unreadable`."""
        start = self.at
        while not self.is_done and not _LINK_AHEAD.match(self.text, self.at):
            if not (self.take(_NUMBER) or self.take(_LATIN_PART) or self.take(_OTHER_PART)):
                break
        if self.at == start:
            raise Unreadable(start)
        return self.text[start : self.at]

    def bracketed(self) -> tuple[Label, str] | None:
        """The label in brackets and the name of the shape; None where no bracket follows."""
        start = self.at
        if self.text.startswith("[|", start):
            self.at = self._after("|", start + 2)
            return self._closed(Brackets("[|", {"]": "rect"}), start)
        for brackets in BRACKETS:
            if self.text.startswith(brackets.opening, start):
                self.at = start + len(brackets.opening)
                found = self._closed(brackets, start) if brackets.opening != "(-" else self._ellipse(brackets)
                if found:
                    return found
        return None

    def link(self) -> Link | None:
        """The link that follows; None where none does. Raises `Unreadable` for one without an end."""
        start = self.at
        named = self.take(_LINK_ID)
        id = named[1] if named else ""
        if self.take(_HIDDEN):
            return Link(Label(), "arrow_open", "invisible", id)
        for stroke, (whole, beginning) in _LINKS.items():
            if found := self.take(whole):
                return Link(self._between_bars(), *_described(found[0].strip(), stroke), id)
            if found := self.take(beginning):
                return self._with_label(found[0].strip(), stroke, id)
        self.at = start
        return None

    def rest_of_line(self) -> str:
        """Move to the end of the line; what was passed."""
        end = self.text.find("\n", self.at)
        start, self.at = self.at, len(self.text) if end < 0 else end
        return self.text[start : self.at]

    def _ellipse(self, brackets: Brackets) -> tuple[Label, str] | None:
        end = self.text.find("-)", self.at)
        if end < 0 or "\n" in self.text[self.at : end]:
            return None
        return self._closed(brackets, self.at)

    def _closed(self, brackets: Brackets, start: int) -> tuple[Label, str]:
        label = self._quoted()
        if label is None:
            inner = self.at
            self.at = self._closing(brackets, start)
            label = Label(_unquoted(self.text[inner : self.at]))
        for closing, shape in brackets.closings.items():
            if self.text.startswith(closing, self.at):
                self.at += len(closing)
                return label, shape
        raise Unreadable(start)

    def _quoted(self) -> Label | None:
        if found := self.take(_MARKDOWN):
            return Label(found[1].strip(), markdown=True)
        if found := self.take(_STRING):
            return Label(found[1].strip())
        return None

    def _closing(self, brackets: Brackets, start: int) -> int:
        """The offset of the closing bracket; brackets within the label must match on its line."""
        strict = _STRICT.match(self.text, self.at)
        end = strict.end() if strict else self.at
        for closing in brackets.closings:
            at = end - len(closing) + 1 if closing[0] in "/\\-" else end
            if at >= self.at and self.text.startswith(closing, at):
                return at
        return self._balanced(brackets, start)

    def _balanced(self, brackets: Brackets, start: int) -> int:
        depth, at = 0, self.at
        open_brackets = _PAIRS.keys() if brackets.opening != ">" else {"["}
        while at < len(self.text) and self.text[at] != "\n":
            if depth == 0 and any(self.text.startswith(closing, at) for closing in brackets.closings):
                return at
            letter = self.text[at]
            if letter in open_brackets:
                depth += 1
            elif depth and letter in _PAIRS.values():
                depth -= 1
            at += 1
        raise Unreadable(start)

    def _after(self, mark: str, start: int) -> int:
        end = self.text.find(mark, start)
        if end < 0:
            raise Unreadable(start)
        return end + 1

    def _between_bars(self) -> Label:
        """The label of `-->|label|`; empty where no bar follows."""
        if not self.text.startswith("|", self.at):
            return Label()
        start = self.at
        self.at += 1
        label = self._quoted()
        if label is None:
            end = self._after("|", self.at) - 1
            label = Label(_unquoted(self.text[self.at : end]))
            self.at = end
        if not self.text.startswith("|", self.at):
            raise Unreadable(start)
        self.at += 1
        self.take(_SPACES)
        return label

    def _with_label(self, beginning: str, stroke: str, id: str) -> Link:
        start = self.at
        label = self._quoted()
        end = _ENDS[stroke].match(self.text, self.at) if label else _ENDS[stroke].search(self.text, self.at)
        if end is None:
            raise Unreadable(start)
        label = label or Label(_unquoted(self.text[start : end.start()]))
        self.at = end.end()
        head, stroke = _described(end[0].strip(), stroke)
        if beginning[0] in _HEADS and head == _HEADS[beginning[0]]:
            head = f"double_{head}"
        return Link(label, head, stroke, id)


def _described(link: str, stroke: str) -> tuple[str, str]:
    """The heads and the stroke of a whole link such as `<-->`."""
    head = _HEADS.get(link[-1], "arrow_open") if link[-1] != "<" else "arrow_open"
    opposite = "<" if link[-1] == ">" else link[-1]
    if head != "arrow_open" and link[0] == opposite:
        head = f"double_{head}"
    return head, stroke


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
