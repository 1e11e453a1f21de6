"""Finds names that occur more than once in the same object."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.core.paths import Path
from schemas.document.text.tree import Entry, Node


def repeated_names(root: Node) -> Iterator[tuple[Path, Entry]]:
    """Each member that is overridden by a later member of the same name, with its path."""
    waiting: list[tuple[Path, Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        later: set[str | int] = set()
        for entry in reversed(node.entries):
            inner = (*path, entry.key)
            if entry.key in later and not entry.merge:
                yield inner, entry
            later.add(entry.key)
            waiting.append((inner, entry.node))
