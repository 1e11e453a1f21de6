"""A syntax tree of a program, by the grammars of tree-sitter, with offsets in characters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tree_sitter import Language, Node, Parser


class Syntax:
    """The tree of `text`; a part that the grammar does not know is left out of it."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self._bytes = text.encode("utf-8", "replace")
        self.root = Parser(language).parse(self._bytes).root_node

    def source(self, node: Node) -> str:
        """The text of a node."""
        return self._bytes[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def offset(self, at: int) -> int:
        """The offset in the text for one in its bytes."""
        return at if self._is_ascii else len(self._bytes[:at].decode("utf-8", "replace"))

    def line(self, node: Node) -> int:
        """The line of a node, counted from 1."""
        return int(node.start_point[0]) + 1

    @cached_property
    def _is_ascii(self) -> bool:
        return len(self._bytes) == len(self.text)


def walk(node: Node, *types: str) -> Iterator[Node]:
    """The nodes of these types at and under `node`, in the order of the text."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        if found.type in types:
            yield found
        waiting.extend(reversed(found.children))


def child(node: Node | None, *types: str) -> Node | None:
    """The first child of one of these types."""
    return next((inner for inner in node.children if inner.type in types), None) if node else None


def children(node: Node | None, *types: str) -> list[Node]:
    """The children of these types; all of them where no type is given."""
    return [inner for inner in node.children if not types or inner.type in types] if node else []
