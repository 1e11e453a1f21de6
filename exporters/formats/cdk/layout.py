"""Layout of code: one line if it fits, or else a line for each item of a bracket, with a trailing comma.

That is how ruff and Prettier would write it, so generated code need not be formatted again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from exporters.comments import comment_lines
from exporters.formats.cdk.code import Step


@dataclass(frozen=True, slots=True)
class Bracket:
    """Items between brackets, on one line with `padding` around them.

    Where it `hugs`, all but the last stay beside the bracket, and only the last is broken.
    """

    opening: str
    items: tuple[Code, ...]
    closing: str
    padding: str = ""
    hugs: bool = False


@dataclass(frozen=True, slots=True)
class Links:
    """Calls on what stands before them, such as `.next(a).next(b)`: together, or a line for each."""

    links: tuple[Code, ...]


Code = tuple["str | Bracket | Links", ...]
"""Pieces of code that follow each other without space."""


def lay_out(code: Code, indent: str, step: str, width: int) -> str:
    """`code` from the column of `indent` on, its lines no longer than `width` where that can be."""
    flat = _flat(code)
    return flat if columns(indent + flat) <= width else _broken(code, indent, step, width)


def columns(text: str) -> int:
    """Return the width of `text` in columns, two for each character that is not ASCII."""
    return sum(1 if char.isascii() else 2 for char in text)


def _broken(code: Code, indent: str, step: str, width: int) -> str:
    """`code`, the last of its brackets that holds anything on lines of its own, or its calls one a line."""
    for place in reversed(range(len(code))):
        piece = code[place]
        if isinstance(piece, Links):
            inner = indent + step
            links = "".join(f"\n{inner}{lay_out(link, inner, step, width)}" for link in piece.links)
            return _flat(code[:place]) + links + _flat(code[place + 1 :])
        if isinstance(piece, Bracket) and piece.items:
            start = _flat(code[:place]) + piece.opening
            lines = _lines(piece, indent, step, width, columns(indent + start))
            return start + lines + piece.closing + _flat(code[place + 1 :])
    return _flat(code)


def _lines(bracket: Bracket, indent: str, step: str, width: int, used: int) -> str:
    """The items of a bracket behind `used` columns, on lines of their own or all but the last beside it."""
    beside = "".join(f"{_flat(item)}, " for item in bracket.items[:-1])
    if bracket.hugs and used + columns(beside) < width:
        return beside + _broken(bracket.items[-1], indent, step, width)
    inner = indent + step
    items = (lay_out((*item, ","), inner, step, width) for item in bracket.items)
    return "\n" + "".join(f"{inner}{item}\n" for item in items) + indent


def _flat(code: Code) -> str:
    return "".join(_pieces(code))


def _pieces(code: Code) -> Iterator[str]:
    for piece in code:
        if isinstance(piece, str):
            yield piece
            continue
        if isinstance(piece, Links):
            yield from map(_flat, piece.links)
            continue
        yield piece.opening + piece.padding
        yield ", ".join(_flat(item) for item in piece.items)
        yield piece.padding + piece.closing


def body(
    paragraphs: Sequence[Sequence[Step]], indent: str, sign: str, statement: Callable[[Step, str], str]
) -> str:
    """Paragraphs of steps, each step below its comment, whose lines begin with `sign`."""
    return "\n\n".join(
        "\n".join(line for step in paragraph for line in _step(step, indent, sign, statement))
        for paragraph in paragraphs
    )


def _step(step: Step, indent: str, sign: str, statement: Callable[[Step, str], str]) -> Iterator[str]:
    yield from comment_lines(getattr(step, "comment", ""), f"{indent}{sign}")
    yield indent + statement(step, indent)
