"""Prints values as new YAML text."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.core.paths import Json
from schemas.document.yaml.scalars import needs_no_escape, write_scalar

_LONGEST_KEY = 1000
"""A longer key, quoted and escaped, might not be found by a reader unless it is marked with `?`."""


@dataclass(frozen=True, slots=True)
class Style:
    """The style of block collections.

    `step` is the number of columns per level, `list_step` that of a list below its key. With `literal`,
    strings of several lines may be written as literals.
    """

    step: int = 2
    list_step: int = 2
    newline: str = "\n"
    literal: bool = True


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """A printed value after a `:` or `-`: `head` is on the same line, with a space, and `lines` follow it."""

    head: str
    lines: tuple[str, ...] = ()

    def text(self, newline: str) -> str:
        """Head and lines, joined by `newline`."""
        return newline.join((self.head, *self.lines))


def write_yaml(value: Json) -> str:
    """`value` as YAML text: indented by two spaces, quotes only if needed, lines not wrapped.

    The text has the same meaning in YAML 1.1 and 1.2.
    """
    return "\n".join(root_lines(value, Style())) + "\n"


def root_lines(value: Json, style: Style) -> list[str]:
    """The lines of the whole text for `value`."""
    if value and isinstance(value, dict | list):
        return _members(value, 0, style)
    written = block(value, 0, style)
    return [written.head[1:], *written.lines]


def block(value: Json, column: int, style: Style, in_list: bool = False) -> PrintedValue:
    """`value` after the `:` of a key at `column`, or after the `-` of an item (`in_list`)."""
    if isinstance(value, str):
        return _text(value, column + style.step, style.literal)
    if not isinstance(value, dict | list) or not value:
        return PrintedValue(" " + flow(value))
    if in_list:
        lines = _members(value, column + 2, style)
        return PrintedValue(" " + lines[0][column + 2 :], tuple(lines[1:]))
    inner = column + (style.list_step if isinstance(value, list) else style.step)
    return PrintedValue("", tuple(_members(value, inner, style)))


def member(key: str, value: Json, column: int, style: Style) -> list[str]:
    """The lines of a key and its value at `column`; the first line is not indented."""
    written = block(value, column, style)
    name = write_scalar(key)
    if len(name) > _LONGEST_KEY:
        return [f"? {name}", f"{' ' * column}:{written.head}", *written.lines]
    return [f"{name}:{written.head}", *written.lines]


def item(value: Json, column: int, style: Style) -> list[str]:
    """The lines of a list item at `column`; the first line is not indented."""
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


def _text(text: str, column: int, literal: bool) -> PrintedValue:
    """A string; one of several lines as a literal, if allowed and if no line needs escapes."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    framed = lines[0] and lines[-1] and not lines[0].startswith((" ", "\t"))
    if not literal or "\n" not in text or not framed or not all(map(_needs_no_escape, lines)):
        return PrintedValue(" " + write_scalar(text))
    indent = " " * column
    return PrintedValue(
        " |-" if text == body else " |", tuple(indent + line if line else "" for line in lines)
    )


def _needs_no_escape(line: str) -> bool:
    return needs_no_escape(line.replace("\t", "")) and (not line or not line.isspace())
