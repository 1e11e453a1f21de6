"""Writes out, in the text of a value, what only the text around it, or its dialect, gives a meaning."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from schemas.core.edits import Splice
from schemas.core.paths import Json
from schemas.document.differences import same
from schemas.document.yaml.printer import flow
from schemas.document.yaml.scalars import NotInJson, resolve
from schemas.document.yaml.tree import YamlNode

_MOST = 1000
"""The longest value, in characters, that is written into a line."""


def written_out(text: str, around: YamlNode) -> Iterator[Splice]:
    """The splices of `text` after which the value `around` can be read alone, by YAML 1.2.

    An alias of a value that stands outside becomes that value, and a scalar of YAML 1.1 its value: `yes` is
    `true`. One that is not on a line of its own, or too long, stays.
    """
    waiting = [around]
    while waiting:
        node = waiting.pop()
        if node.target is not None:
            if not around.start <= node.target.start < around.end:
                yield from _replaced(text, node, node.value)
        elif node.style == "scalar" and _is_read_otherwise(text, node):
            yield from _replaced(text, node, node.value)
        waiting.extend(entry.node for entry in node.entries if isinstance(entry.node, YamlNode))


def _is_read_otherwise(text: str, node: YamlNode) -> bool:
    """True for a plain scalar that YAML 1.2 reads as another value."""
    written = text[node.body : node.end]
    if not written or node.start != node.body or written[0] in "\"'|>" or "\n" in written:
        return False
    with suppress(NotInJson):
        return not same(resolve(written), node.value)
    return True


def _replaced(text: str, node: YamlNode, value: Json) -> Iterator[Splice]:
    written = flow(value)
    if len(written) <= _MOST and "\n" not in text[node.start : node.end]:
        yield Splice(node.start, node.end, written)
