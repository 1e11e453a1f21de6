"""Parses JSONPath and reference paths in the dialect of the service (the Jayway library)."""

from __future__ import annotations

import re

_ROOT = re.compile(r"\$(?:\$|[^\W\d]\w*)?")
_NAME = re.compile(r"[^\s.,\[\](){}]+")
_CALL = re.compile(r"\([^()]*\)")
_QUOTED = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_NAMES = re.compile(rf"(?:{_QUOTED})(?:\s*,\s*(?:{_QUOTED}))*")
_INDEXES = re.compile(r"\*|-?\d+(?:,-?\d+)*|(?:-?\d+)?:(?:-?\d+)?(?::(?:-?\d+)?)?")
_REFERENCE = re.compile(rf"\$(?:\.(?:\\.|[^\s.\[\](){{}}*@,:?\\])+|\[(?:\d+|{_QUOTED})\])*")
_MEMBER = re.compile(r"\.([^\W\d]\w*)|\['([^'\\]*)'\]|\[\"([^\"\\]*)\"\]")


def is_path(text: str) -> bool:
    """True if `text` is a valid JSONPath into the input (`$`), the context (`$$`) or a variable (`$name`)."""
    return after_path(text, 0) == len(text)


def after_path(text: str, offset: int) -> int | None:
    """The offset of the end of the path that begins at `offset`; None if there is no valid path."""
    root = _ROOT.match(text, offset)
    if root is None:
        return None
    end: int | None = root.end()
    while end is not None and text.startswith((".", "["), end):
        end = _after_step(text, end)
    return end


def is_reference_path(text: str) -> bool:
    """True if `text` is a path into the input with only names and indexes: it selects a single value."""
    return _REFERENCE.fullmatch(text) is not None


def is_single_value_path(text: str) -> bool:
    """True if `text` is a path with only names and indexes into the input, the context or a variable."""
    root = _ROOT.match(text)
    return root is not None and is_reference_path(f"${text[root.end() :]}")


def variable(path: str) -> str | None:
    """The name of the variable that `path` reads; None if it reads the input or the context."""
    root = _ROOT.match(path)
    return root[0][1:] if root and root[0] not in ("$", "$$") else None


def members(path: str) -> tuple[str, ...]:
    """The names after the root of `path`, up to the first step that is no name."""
    root = _ROOT.match(path)
    offset = root.end() if root else 0
    found: list[str] = []
    while member := _MEMBER.match(path, offset):
        found.append(next(name for name in member.groups() if name is not None))
        offset = member.end()
    return tuple(found)


def _after_step(text: str, offset: int) -> int | None:
    """The offset of the end of the step at `offset`; None if the step is invalid."""
    if text[offset] == "[":
        return _after_bracket(text, offset)
    offset += 2 if text.startswith("..", offset) else 1
    if text.startswith("[", offset):
        return _after_bracket(text, offset)
    name = _NAME.match(text, offset)
    if name is None:
        return None
    call = _CALL.match(text, name.end())
    return call.end() if call else name.end()


def _after_bracket(text: str, offset: int) -> int | None:
    end = _closing(text, offset)
    if end is None:
        return None
    return end + 1 if _is_selector(text[offset + 1 : end].strip()) else None


def _is_selector(inside: str) -> bool:
    """True if `inside`, the text between brackets, is a selector: names, indexes, a slice or a filter."""
    if inside.startswith(("'", '"')):
        return _NAMES.fullmatch(inside) is not None
    if inside.startswith(("?", "(")):
        return inside.endswith((")", "]"))
    return _INDEXES.fullmatch("".join(inside.split())) is not None


def _closing(text: str, offset: int) -> int | None:
    """The offset of the bracket that closes the one at `offset`, ignoring quoted text; None if unclosed."""
    open_brackets: list[str] = []
    quote = ""
    index = offset
    while index < len(text):
        character = text[index]
        if quote:
            index += character == "\\"
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character in "[(":
            open_brackets.append("]" if character == "[" else ")")
        elif character in "])" and (not open_brackets or open_brackets.pop() != character):
            return None
        if not open_brackets:
            return index
        index += 1
    return None
