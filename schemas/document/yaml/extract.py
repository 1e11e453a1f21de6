"""Extracts the text of a value from YAML text."""

from __future__ import annotations

import re

from schemas.document.text.lines import column
from schemas.document.text.tree import Entry, ParseError
from schemas.document.yaml.reader import read_yaml
from schemas.document.yaml.tree import YamlNode

_AFTER_BREAK = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


def extract(text: str, node: YamlNode, entry: Entry | None) -> str:
    """The text of `node`, the value of `entry` (None for the root), without its outer indentation."""
    start = node.body if node.style == "block" else entry.start if entry else node.start
    indent = column(text, start)
    first, *rest = _AFTER_BREAK.split(text[node.start : node.end])
    return first + "".join(line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in rest)


def parses_alone(excerpt: str, node: YamlNode) -> bool:
    """True if `excerpt`, the extracted text of `node`, has the same value.

    It may differ because an alias has lost its anchor, or a pair that begins with `?` its brackets.
    """
    if not excerpt:
        return False
    try:
        return not (node.knots or node.style == "pair") or read_yaml(excerpt).value == node.value
    except ParseError:
        return False
