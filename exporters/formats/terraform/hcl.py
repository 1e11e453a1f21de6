"""HCL in the style of `terraform fmt`: expressions, arguments and blocks.

`${` and `%{` open a template in every text of HCL; a text that has them is written with `$${` and `%%{`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exporters.comments import comment_lines

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*", re.ASCII)
_KEYWORDS = frozenset(("true", "false", "null", "for", "if", "in"))
_OPENING = re.compile(r"([$%]*)([$%])\{")
_TAIL = re.compile(r"[$%]+\Z")
_STEP = "  "
_ESCAPES = {
    **{point: f"\\u{point:04x}" for point in (*range(0x20), 0x7F)},
    **{ord(char): f"\\{letter}" for char, letter in zip('\\"\n\r\t', '\\"nrt', strict=True)},
}
"""The escapes of characters between quotes."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Code that is written as it stands, such as `var.orders_table`."""

    code: str


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a function; its last argument may have several lines."""

    function: str
    arguments: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Commented:
    """A value of a list with a comment above it."""

    comment: str
    value: Value


Value = (
    str
    | bool
    | int
    | float
    | None
    | Expression
    | Call
    | Commented
    | Sequence["Value"]
    | Mapping[str, "Value"]
)


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its type with its labels, its arguments, and the blocks in it."""

    head: tuple[str, ...]
    arguments: Mapping[str, Value]
    blocks: tuple[Block, ...] = ()


def is_identifier(name: str) -> bool:
    """Return true if a variable of a template may have the name."""
    return bool(_IDENTIFIER.fullmatch(name)) and name not in _KEYWORDS


def template_text(text: str, before_call: bool = False) -> str:
    """`text` in a template, which reads nothing in it; `before_call` if a `${...}` follows."""
    return "".join(part for part, _ in _parts(text, before_call))


def quoted(text: str) -> str:
    """`text` between quotes, as it stands."""
    return f'"{in_quotes(text)}"'


def in_quotes(text: str, before_call: bool = False) -> str:
    """`text` as a part of what stands between quotes; `before_call` if a `${...}` follows."""
    return "".join(part if is_code else _escaped(part) for part, is_code in _parts(text, before_call))


def _parts(text: str, before_call: bool) -> Iterator[tuple[str, bool]]:
    """`text` in parts, and for each if it is code.

    Signs before an opening would become a part of that, so they are a template of their own: `${"$"}`.
    """
    at = 0
    for found in _OPENING.finditer(text):
        yield text[at : found.start()], False
        yield _alone(found[1]), True
        yield f"{found[2] * 2}{{", False
        at = found.end()
    signs = _TAIL.search(text, at) if before_call else None
    yield text[at : signs.start() if signs else len(text)], False
    yield _alone(signs[0] if signs else ""), True


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _alone(signs: str) -> str:
    """The signs as a template of their own; "" for none."""
    return f'${{"{signs}"}}' if signs else ""


def write_file(parts: Sequence[Block | str]) -> str:
    """Return a file of blocks and comments, an empty line after each block."""
    texts = []
    for part in parts:
        lines = comment_lines(part, "#") if isinstance(part, str) else [*_block(part, ""), ""]
        texts.extend(lines)
    return "\n".join(texts).rstrip() + "\n"


def _block(block: Block, indent: str) -> Iterator[str]:
    type, *labels = block.head
    head = " ".join([type, *map(quoted, labels)])
    if not block.arguments and not block.blocks:
        yield f"{indent}{head} {{}}"
        return
    yield f"{indent}{head} {{"
    inner = indent + _STEP
    yield from _members(block.arguments, inner, spaced=True)
    for index, each in enumerate(block.blocks):
        if index or block.arguments:
            yield ""
        yield from _block(each, inner)
    yield f"{indent}}}"


def _members(members: Mapping[str, Value], indent: str, spaced: bool) -> Iterator[str]:
    """The members of an object or a block; equals signs of neighbours on one line each stand in a column.

    With `spaced`, an empty line parts those of several lines from others.
    """
    written = [(_key(key), _lines(value, indent)) for key, value in members.items()]
    at = 0
    while at < len(written):
        end = at
        while end < len(written) and len(written[end][1]) == 1:
            end += 1
        if spaced and at:
            yield ""
        if end == at:
            key, lines = written[at]
            yield f"{indent}{key} = {lines[0]}"
            yield from lines[1:]
            at += 1
            continue
        width = max(len(key) for key, _ in written[at:end])
        yield from (f"{indent}{key.ljust(width)} = {lines[0]}" for key, lines in written[at:end])
        at = end


def _key(key: str) -> str:
    return key if _IDENTIFIER.fullmatch(key) else quoted(key)


def _lines(value: Value, indent: str) -> list[str]:
    """The lines of an expression; all but the first are indented."""
    match value:
        case Expression(code):
            return [code]
        case Call(function, arguments):
            *first, last = arguments
            before = "".join(f"{_lines(each, indent)[0]}, " for each in first)
            lines = _lines(last, indent)
            lines = [f"{function}({before}{lines[0]}", *lines[1:]]
            return [*lines[:-1], f"{lines[-1]})"]
        case str():
            return [quoted(value)]
        case Commented():
            return _lines(value.value, indent)
        case Mapping():
            inner = list(_members(value, indent + _STEP, spaced=False))
            return ["{", *inner, f"{indent}}}"] if inner else ["{}"]
        case Sequence():
            return _list(value, indent)
    return [json.dumps(value)]


def _list(items: Sequence[Value], indent: str) -> list[str]:
    inner = indent + _STEP
    written = [(item, _lines(item, inner)) for item in items]
    if all(len(lines) == 1 and not isinstance(item, Commented) for item, lines in written):
        joined = f"[{', '.join(lines[0] for _, lines in written)}]"
        if len(written) < 2 or len(indent) + len(joined) < 80:
            return [joined]
    found = ["["]
    for item, lines in written:
        if isinstance(item, Commented):
            found += [f"{inner}{line}" for line in comment_lines(item.comment, "#")]
        found += [f"{inner}{lines[0]}", *lines[1:-1], f"{lines[-1]}," if lines[1:] else ""]
        if not lines[1:]:
            found[-2:] = [f"{inner}{lines[0]},"]
    return [*found, f"{indent}]"]
