"""The place of a cursor in a JSONata expression, which need not be a valid one."""

from __future__ import annotations

from collections.abc import Sequence

from designer.completion.known import ITEM, Step
from designer.completion.place import Place
from schemas.asl.expressions.jsonata_names import FUNCTION
from schemas.asl.expressions.jsonata_tokens import JsonataSyntaxError, Token, token_at

_OPENING = {")": "(", "]": "[", "}": "{"}
_CLOSING = {opening: closing for closing, opening in _OPENING.items()}
_DEEPEST = 20
"""The depth of brackets and variables through which a value is followed."""

Path = tuple[str, tuple[Step, ...]]
"""The variable that a path begins with, and its steps."""


def place_in_jsonata(source: str) -> Place | None:
    """The place at the end of the source; None where nothing can be completed, such as in a text."""
    tokens = _tokens(source)
    if tokens is None:
        return None
    typed = ""
    if tokens and tokens[-1].offset + len(tokens[-1].text) == len(source) and _is_word(tokens[-1]):
        typed = tokens.pop().text
    before = tokens[-1].text if tokens else ""
    if typed.startswith("$"):
        return Place(typed)
    if before == ".":
        path = _path(tokens[:-1], _DEEPEST)
        return Place(typed.removeprefix("`"), *path) if path else None
    if tokens and _is_whole(tokens[-1]):
        return None
    return Place(typed, *(_context(tokens, _DEEPEST) or (None,)))


def bound_names(source: str) -> list[str]:
    """The variables that the source binds itself, by `:=` or as parameters of its functions."""
    tokens = _tokens(source) or []
    return [
        token.text
        for index, token in enumerate(tokens)
        if token.kind == "variable" and (_text(tokens, index + 1) == ":=" or _is_parameter(tokens, index))
    ]


def _tokens(source: str) -> list[Token] | None:
    """The tokens; None where the source ends in the middle of a text, a comment or a regular expression."""
    found: list[Token] = []
    offset = 0
    while True:
        try:
            token, offset = token_at(source, offset, not found or not _is_whole(found[-1]))
        except JsonataSyntaxError as error:
            if source[error.offset] == "`":
                return [*found, Token("name", source[error.offset :], error.offset)]
            if source[error.offset] in "\"'/":
                return None
            offset = error.offset + 1
            continue
        if token.kind == "end":
            return found
        found.append(token)


def _path(tokens: Sequence[Token], depth: int) -> Path | None:
    """The path that the tokens end with; None if it begins with something that is not followed."""
    steps: list[Step] = []
    end = len(tokens)
    while end and depth:
        token = tokens[end - 1]
        if token.text == "]" and token.kind == "operator":
            opening = _opening(tokens, end - 1)
            inner = tokens[opening + 1 : end - 1] if opening is not None else []
            steps[:0] = [_index(inner)] if inner else []
            end = opening or 0
            continue
        if token.kind == "variable":
            start = _variable(tokens, end - 1, depth - 1)
            return (start[0], (*start[1], *steps)) if start else None
        if token.kind != "name":
            return None
        steps.insert(0, token.text.strip("`"))
        if _text(tokens, end - 2) != ".":
            start = _context(tokens[: end - 1], depth - 1)
            return (start[0], (*start[1], *steps)) if start else None
        end -= 2
    return None


def _variable(tokens: Sequence[Token], index: int, depth: int) -> Path | None:
    """The path that a variable stands for: itself, or what the expression has bound it to."""
    name = tokens[index].text
    if name == "$":
        return _context(tokens[:index], depth)
    for place in range(index - 1, -1, -1):
        if tokens[place].text != name or not depth:
            continue
        if _text(tokens, place + 1) == ":=":
            ends = (at for at in range(place + 2, index) if tokens[at].text == ";")
            value = tokens[place + 2 : next(ends, place + 2)]
            is_path = bool(value) and all(_is_whole(each) or each.text in ".[" for each in value)
            return _path([*tokens[:place], *value], depth - 1) if is_path else None
        if _is_parameter(tokens, place):
            found = _path(tokens[: place - 3], depth - 1) if _text(tokens, place - 3) == "," else None
            return (found[0], (*found[1], ITEM)) if found else None
    return name, ()


def _context(tokens: Sequence[Token], depth: int) -> Path | None:
    """The path to the data that names refer to: that before the innermost predicate, or step in brackets."""
    closed = 0
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind != "operator" or not depth:
            continue
        if token.text in _OPENING:
            closed += 1
        elif token.text in _CLOSING and closed:
            closed -= 1
        elif token.text == "[" and index and _is_whole(tokens[index - 1]):
            path = _path(tokens[:index], depth - 1)
            return (path[0], (*path[1], ITEM)) if path else None
        elif token.text in ("(", "{") and _text(tokens, index - 1) in (".", "^"):
            path = _path(tokens[: index - 1], depth - 1)
            return (path[0], (*path[1], ITEM)) if path else None
    return None


def _opening(tokens: Sequence[Token], closing: int) -> int | None:
    """The index of the bracket that the one at `closing` closes."""
    open = 0
    for index in range(closing, -1, -1):
        if tokens[index].kind == "operator":
            open += (tokens[index].text in _OPENING) - (tokens[index].text in _CLOSING)
        if not open:
            return index
    return None


def _index(inner: Sequence[Token]) -> Step:
    is_index = len(inner) == 1 and inner[0].kind == "number" and inner[0].text.isdecimal()
    return int(inner[0].text) if is_index and len(inner[0].text) < 10 else ITEM


def _is_parameter(tokens: Sequence[Token], index: int) -> bool:
    """True for the first parameter of a function that is defined."""
    return _text(tokens, index - 1) == "(" and _text(tokens, index - 2) in FUNCTION


def _is_word(token: Token) -> bool:
    return token.kind in ("name", "variable", "constant") or token.text in ("and", "or", "in")


def _is_whole(token: Token) -> bool:
    return token.kind != "operator" or token.text in _OPENING


def _text(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""
