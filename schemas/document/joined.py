"""Texts that functions of CloudFormation put together: `Fn::Sub` and `Fn::Join`, also one within another."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.core.coerce import mapping
from schemas.core.paths import Json
from schemas.document.text.tree import Node

_VALUE = "${Value}"
"""Stands in a text for a part that another function gives."""


def joined_text(value: Json) -> str | None:
    """The string that a value produces, with placeholders for parts from functions; None if it is none."""
    if isinstance(value, str):
        return value
    match _call(value):
        case ("Fn::Sub", str(text)) | ("Fn::Sub", [str(text), *_]):
            return text
        case ("Fn::Join", [str(separator), [*parts]]):
            return separator.join(_part(part) for part in parts)
    return None


def joined_pieces(node: Node) -> Iterator[Node | str]:
    """The strings of which `joined_text` consists: the node where one stands, else the text itself.

    A text that an alias names stands elsewhere.
    """
    value, arguments = node.value, [inner.node for entry in node.entries for inner in entry.node.entries]
    text = joined_text(value)
    match _call(value):
        case _ if isinstance(value, str):
            yield node
        case ("Fn::Sub", str()) if node.entries:
            yield node.entries[0].node
        case ("Fn::Sub", list()) if text is not None and arguments:
            yield arguments[0]
        case ("Fn::Join", list()) if text is not None and len(arguments) == 2:
            yield from _joined(*arguments)
        case _:
            yield _part(value)


def joined_frame(value: Json) -> list[Json]:
    """All of a value but the strings that make its text: separators, variables and other functions."""
    if isinstance(value, str):
        return []
    match _call(value):
        case ("Fn::Join", [str(separator), [*parts]]):
            return [separator, [piece for part in parts for piece in joined_frame(part)]]
        case ("Fn::Sub", str()):
            return ["Fn::Sub"]
        case ("Fn::Sub", [str(), *variables]):
            return ["Fn::Sub", *variables]
    return [value]


def _joined(separator: Node, parts: Node) -> Iterator[Node | str]:
    for index, entry in enumerate(parts.entries):
        if index:
            yield str(separator.value)
        yield from joined_pieces(entry.node)


def _part(value: Json) -> str:
    text = joined_text(value)
    return _VALUE if text is None else text


def _call(value: Json) -> tuple[str, Json]:
    """The function that an object calls, with its argument."""
    calls = list(mapping(value).items())
    return calls[0] if len(calls) == 1 else ("", None)
