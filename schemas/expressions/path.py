"""The syntax of JSONPath, as the service reads it (its reader is Jayway's)."""

from __future__ import annotations

import re

_ROOT = re.compile(r"\$(?:\$|[^\W\d]\w*)?")
_NAME = re.compile(r"[^\s.\[\](){}]+")
_CALL = re.compile(r"\([^()]*\)")
_QUOTED = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_INDEX = r"-?\d+"
_SELECTORS = re.compile(
    rf"\s*(?:\*|(?:{_QUOTED})(?:\s*,\s*(?:{_QUOTED}))*|{_INDEX}(?:\s*,\s*{_INDEX})*"
    rf"|(?:{_INDEX})?\s*:\s*(?:{_INDEX})?(?:\s*:\s*(?:{_INDEX})?)?)\s*"
)
_REFERENCE = re.compile(rf"\$(?:\.[^\s.\[\](){{}}*@,:?]+|\[(?:\d+|{_QUOTED})\])*")


def is_path(text: str) -> bool:
    """Whether `text` is a JSONPath into the input (`$`), the context (`$$`) or a variable (`$name`)."""
    root = _ROOT.match(text)
    if root is None:
        return False
    place: int | None = root.end()
    while place is not None and place < len(text):
        place = _after_step(text, place)
    return place is not None


def is_reference_path(text: str) -> bool:
    """Whether `text` is a path of plain names and indexes into the input, so that it names one place."""
    return _REFERENCE.fullmatch(text) is not None


def _after_step(text: str, place: int) -> int | None:
    """Where the step at `place` ends; None where it is none."""
    if text[place] == "[":
        return _after_bracket(text, place)
    dots = 2 if text.startswith("..", place) else 1 if text[place] == "." else 0
    if dots and text.startswith("[", place + dots):
        return _after_bracket(text, place + dots)
    name = _NAME.match(text, place + dots)
    if not dots or name is None:
        return None
    call = _CALL.match(text, name.end())
    return call.end() if call else name.end()


def _after_bracket(text: str, place: int) -> int | None:
    end = _closing(text, place)
    if end is None:
        return None
    inside = text[place + 1 : end]
    is_filter = inside.lstrip().startswith(("?", "(")) and inside.rstrip().endswith((")", "]"))
    return end + 1 if is_filter or _SELECTORS.fullmatch(inside) else None


def _closing(text: str, place: int) -> int | None:
    """Where the bracket that opens at `place` is closed, quoted text skipped."""
    open_brackets: list[str] = []
    quote = ""
    index = place
    while index < len(text):
        sign = text[index]
        if quote:
            index += sign == "\\"
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign in "[(":
            open_brackets.append("]" if sign == "[" else ")")
        elif sign in "])" and (not open_brackets or open_brackets.pop() != sign):
            return None
        if not open_brackets:
            return index
        index += 1
    return None
