"""Prints values as fresh YAML."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.core.paths import Json
from schemas.document.yaml.scalars import is_seen, write_scalar

_LONGEST_KEY = 1000
"""A longer key, quoted and escaped, might not be found by a reader unless it is marked with `?`."""


@dataclass(frozen=True, slots=True)
class Style:
    """How block collections stand: columns per level, columns of a list below its key, the line break, and
    whether strings of several lines may be literals."""

    step: int = 2
    list_step: int = 2
    newline: str = "\n"
    literal: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """A value after a `:` or `-`: `head` on that line, with the space before it, and the `lines` after it."""

    head: str
    lines: tuple[str, ...] = ()

    def text(self, newline: str) -> str:
        """Head and lines together."""
        return newline.join((self.head, *self.lines))


def write_yaml(value: Json) -> str:
    """`value` as YAML text in the house's style: blocks of two spaces, quotes only where needed, no line is
    wrapped, a line break at the end. Read by YAML 1.1 and 1.2 alike."""
    return "\n".join(root_lines(value, Style())) + "\n"


def root_lines(value: Json, style: Style) -> list[str]:
    """The lines of a whole text."""
    if value and isinstance(value, dict | list):
        return _members(value, 0, style)
    written = block(value, 0, style)
    return [written.head[1:], *written.lines]


def block(value: Json, column: int, style: Style, in_list: bool = False) -> Written:
    """`value` after the `:` of a key, or (`in_list`) the `-` of an item, that stands at `column`."""
    if isinstance(value, str):
        return _text(value, column + style.step, style.literal)
    if not isinstance(value, dict | list) or not value:
        return Written(" " + flow(value))
    if in_list:
        lines = _members(value, column + 2, style)
        return Written(" " + lines[0][column + 2 :], tuple(lines[1:]))
    inner = column + (style.list_step if isinstance(value, list) else style.step)
    return Written("", tuple(_members(value, inner, style)))


def member(key: str, value: Json, column: int, style: Style) -> list[str]:
    """The lines of a key and its value at `column`, the first without its indentation."""
    written = block(value, column, style)
    name = write_scalar(key)
    if len(name) > _LONGEST_KEY:
        return [f"? {name}", f"{' ' * column}:{written.head}", *written.lines]
    return [f"{name}:{written.head}", *written.lines]


def item(value: Json, column: int, style: Style) -> list[str]:
    """The lines of a list's item at `column`, the first without its indentation."""
    written = block(value, column, style, in_list=True)
    return [f"-{written.head}", *written.lines]


def flow(value: Json, quoted: bool = False) -> str:
    """`value` on one line, between brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(flow_member(key, inner, quoted) for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(inner, quoted) for inner in value) + "]"
    return write_scalar(value, True, quoted)


def flow_member(key: str, value: Json, quoted: bool = False) -> str:
    """A key and its value, between brackets."""
    name = write_scalar(key, True, quoted)
    mark = "? " if len(name) > _LONGEST_KEY else ""
    return f"{mark}{name}: {flow(value, quoted)}"


def _members(value: dict[str, Json] | list[Json], column: int, style: Style) -> list[str]:
    if isinstance(value, dict):
        parts = [member(key, inner, column, style) for key, inner in value.items()]
    else:
        parts = [item(inner, column, style) for inner in value]
    return [line for first, *rest in parts for line in (" " * column + first, *rest)]


def _text(text: str, column: int, literal: bool) -> Written:
    """A string; of several lines as a `literal`, where that may be and its lines can stand as they are."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    framed = lines[0] and lines[-1] and not lines[0].startswith((" ", "\t"))
    if not literal or "\n" not in text or not framed or not all(map(_stands, lines)):
        return Written(" " + write_scalar(text))
    indent = " " * column
    return Written(" |-" if text == body else " |", tuple(indent + line if line else "" for line in lines))


def _stands(line: str) -> bool:
    return is_seen(line.replace("\t", "")) and (not line or not line.isspace())
