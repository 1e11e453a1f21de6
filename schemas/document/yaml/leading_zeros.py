"""Finds numbers that are written with a leading zero, such as an account id without quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.core.paths import Path
from schemas.document.text.tree import Node
from schemas.document.yaml.scalars import has_leading_zero
from schemas.document.yaml.tree import YamlNode

_LIKELY = re.compile(r"(?<![\w.:-])[-+]?0[0-9_]*[0-9](?![\w.:-])")


def leading_zeros(text: str, root: Node) -> Iterator[tuple[Path, YamlNode]]:
    """Each plain scalar in `root` that is such a number, with its path; an alias of it is left out.

    A tool drops the zero, or takes the number for an octal one.
    """
    if not _LIKELY.search(text, root.start, max(root.end, root.start)):
        return
    waiting: list[tuple[Path, Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        inner = (entry for entry in reversed(node.entries) if not entry.merge)
        waiting.extend(((*path, entry.key), entry.node) for entry in inner)
        if not isinstance(node, YamlNode) or node.is_alias or not isinstance(node.value, int):
            continue
        if has_leading_zero(text[node.body : node.end]):
            yield path, node
