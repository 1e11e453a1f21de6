"""Moves members of YAML block collections with their text and comments."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.document.text.draft import Draft, Slot
from schemas.document.text.lines import column, next_line
from schemas.document.text.tree import Entry
from schemas.document.yaml.printer import Style
from schemas.document.yaml.scalars import write_scalar
from schemas.document.yaml.tree import YamlNode

_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class MovedText:
    """The text of a moved member, from the offset `start` to `end`.

    `column` is its original column. If `whole` is true, the text begins right after the colon or `-`, else at
    the value. `by_lines` is true for a block collection.
    """

    origin: Entry
    start: int
    end: int
    column: int
    whole: bool
    by_lines: bool


def moved_entries(text: str, draft: Draft, around: str = "block") -> set[int]:
    """The ids of the entries that are moved with their text into `draft` or below.

    `around` is the style around the draft, in which new values are written.
    """
    found: set[int] = set()
    style = draft.node.style if isinstance(draft.node, YamlNode) else around
    for slot in draft.slots or ():
        if slot.moved and (style != "block" or not moved_text(text, slot, draft.is_array)):
            continue
        if slot.moved:
            found.add(id(slot.origin))
        is_replaced = slot.origin is not None and slot.draft.node is None
        found |= moved_entries(text, slot.draft, "printed" if is_replaced else style)
    return found


def contains_moved(text: str, draft: Draft) -> bool:
    """True if a member is moved with its text into the new value `draft`."""
    return draft.node is None and any(
        moved_text(text, slot, draft.is_array) if slot.moved else contains_moved(text, slot.draft)
        for slot in draft.slots or ()
    )


def moved_text(text: str, slot: Slot, to_list: bool) -> MovedText | None:
    """The text with which `slot` can be moved to a block list or object; None if it must be written anew.

    That is so between brackets, with anchors or aliases, and with a comment between the key and the value.
    """
    origin = slot.origin
    if origin is None or slot.draft.node is not origin.node or not isinstance(origin.node, YamlNode):
        return None
    node = origin.node
    if node.between or node.knots or origin.after < 0:
        return None
    end = node.end if text[node.end - 1] in "\r\n" else next_line(text, origin.end)
    if isinstance(origin.key, int) == to_list:
        return MovedText(origin, origin.after, end, column(text, origin.start), True, node.style == "block")
    if "#" in text[origin.after : node.start]:
        return None
    by_lines = node.style == "block"
    return MovedText(
        origin, node.start, end, column(text, node.body if by_lines else origin.start), False, by_lines
    )


def moved_lines(body: str, moved: MovedText, to_list: bool, key: str, inner: int, style: Style) -> list[str]:
    """The lines of the moved member at column `inner`; `body` is its text, the first line is not indented."""
    lines = _BREAK.split(body)
    first, *rest = lines if lines[-1] or len(lines) == 1 else lines[:-1]
    name = "-" if to_list else write_scalar(key) + ":"
    if moved.whole:
        return [name + first, *_shifted(rest, inner - moved.column)]
    if not moved.by_lines:
        return [f"{name} {first}", *_shifted(rest, inner - moved.column)]
    column = inner + (2 if to_list else style.step)
    shifted = _shifted(rest, column - moved.column)
    return [f"{name} {first}", *shifted] if to_list else [name, " " * column + first, *shifted]


def _shifted(lines: list[str], by: int) -> list[str]:
    return [_shift(line, by) for line in lines]


def _shift(line: str, by: int) -> str:
    if by >= 0:
        return " " * by + line if line else line
    return line[min(-by, len(line) - len(line.lstrip(" "))) :]
