"""The style that a YAML text is written in."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.document.text.lines import column
from schemas.document.text.tree import Node
from schemas.document.yaml.printer import Style
from schemas.document.yaml.tree import YamlNode


def style_of(text: str, tree: YamlNode) -> Style:
    """The style of the first object and the first list in an object that stand by lines in `text`."""
    house = Style()
    step = next(_steps(text, tree, dict), house.step)
    list_step = next(_steps(text, tree, list), step)
    return Style(step, list_step, "\r\n" if "\r\n" in text else "\n")


def _steps(text: str, tree: YamlNode, kind: type) -> Iterator[int]:
    """How many columns deeper than its object each member of `kind` stands."""
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
