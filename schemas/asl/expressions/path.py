"""The syntax of JSONPath, as the service reads it (its reader is Jayway's)."""

from __future__ import annotations

import re

_ROOT = re.compile(r"\$(?:\$|[^\W\d]\w*)?")
_NAME = re.compile(r"[^\s.,\[\](){}]+")
_CALL = re.compile(r"\([^()]*\)")
_QUOTED = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_NAMES = re.compile(rf"(?:{_QUOTED})(?:\s*,\s*(?:{_QUOTED}))*")
_PLACES = re.compile(r"\*|-?\d+(?:,-?\d+)*|(?:-?\d+)?:(?:-?\d+)?(?::(?:-?\d+)?)?")
_REFERENCE = re.compile(rf"\$(?:\.(?:\\.|[^\s.\[\](){{}}*@,:?\\])+|\[(?:\d+|{_QUOTED})\])*")
_MEMBER = re.compile(r"\.([^\W\d]\w*)|\['([^'\\]*)'\]|\[\"([^\"\\]*)\"\]")


def is_path(text: str) -> bool:
    """True if `text` is a JSONPath into the input (`$`), the context (`$$`) or a variable (`$name`)."""
    return after_path(text, 0) == len(text)


def after_path(text: str, place: int) -> int | None:
    """Where the path that begins at `place` ends; None where there is none, or a malformed one."""
    root = _ROOT.match(text, place)
    if root is None:
        return None
    end: int | None = root.end()
    while end is not None and text.startswith((".", "["), end):
        end = _after_step(text, end)
    return end


def is_reference_path(text: str) -> bool:
    """True if `text` is a path of plain names and indexes into the input, so that it names one place."""
    return _REFERENCE.fullmatch(text) is not None


def names_one_place(text: str) -> bool:
    """True if `text` is a path of plain names and indexes, into the input, the context or a variable."""
    root = _ROOT.match(text)
    return root is not None and is_reference_path(f"${text[root.end() :]}")


def variable(path: str) -> str | None:
    """The name of the variable that `path` leads into; None where that is the input or the context."""
    root = _ROOT.match(path)
    return root[0][1:] if root and root[0] not in ("$", "$$") else None


def members(path: str) -> tuple[str, ...]:
    """The plain names that `path` begins with, after its root."""
    root = _ROOT.match(path)
    place = root.end() if root else 0
    found: list[str] = []
    while member := _MEMBER.match(path, place):
        found.append(next(name for name in member.groups() if name is not None))
        place = member.end()
    return tuple(found)


def _after_step(text: str, place: int) -> int | None:
    """Where the step at `place` ends; None where it is none."""
    if text[place] == "[":
        return _after_bracket(text, place)
    place += 2 if text.startswith("..", place) else 1
    if text.startswith("[", place):
        return _after_bracket(text, place)
    name = _NAME.match(text, place)
    if name is None:
        return None
    call = _CALL.match(text, name.end())
    return call.end() if call else name.end()


def _after_bracket(text: str, place: int) -> int | None:
    end = _closing(text, place)
    if end is None:
        return None
    return end + 1 if _selects(text[place + 1 : end].strip()) else None


def _selects(inside: str) -> bool:
    """True if brackets around `inside` choose something: names, places, or what fits a filter."""
    if inside.startswith(("'", '"')):
        return _NAMES.fullmatch(inside) is not None
    if inside.startswith(("?", "(")):
        return inside.endswith((")", "]"))
    return _PLACES.fullmatch("".join(inside.split())) is not None


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
