"""Detects the style of a YAML text."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.document.text.lines import column
from schemas.document.text.tree import Node
from schemas.document.yaml.printer import Style
from schemas.document.yaml.tree import YamlNode


def style_of(text: str, tree: YamlNode) -> Style:
    """The style of `text`: that of the first block object and the first block list inside an object."""
    default = Style()
    step = next(_steps(text, tree, dict), default.step)
    list_step = next(_steps(text, tree, list), step)
    return Style(step, list_step, "\r\n" if "\r\n" in text else "\n")


def _steps(text: str, tree: YamlNode, kind: type) -> Iterator[int]:
    """The indentation of each block collection of `kind`, in columns relative to its object."""
    waiting: list[Node] = [tree]
    while waiting:
        node = waiting.pop(0)
        if not isinstance(node, YamlNode) or node.style != "block":
            continue
        waiting.extend(entry.node for entry in node.entries)
        for entry in node.entries if isinstance(node.value, dict) else ():
            inner = entry.node
            if isinstance(inner.value, kind) and isinstance(inner, YamlNode) and inner.style == "block":
                yield column(text, inner.entries[0].start) - column(text, node.entries[0].start)
