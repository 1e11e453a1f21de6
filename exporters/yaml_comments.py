"""Comments in generated YAML, each on lines of its own above the key or item that it explains."""

from __future__ import annotations

from collections.abc import Mapping

from schemas.document import Document
from schemas.paths import Path


def with_comments(text: str, comments: Mapping[Path, str]) -> str:
    """`text` with each comment above the key or item at its path, indented as that is."""
    document = Document.parse(text, "yaml")
    lines = text.splitlines(keepends=True)
    places = {document.position(path, key=True).line: comment for path, comment in comments.items()}
    for number in sorted(places, reverse=True):
        line = lines[number - 1]
        indent = line[: len(line) - len(line.lstrip(" "))]
        added = [f"{indent}# {part}".rstrip() + "\n" for part in places[number].splitlines()]
        lines[number - 1 : number - 1] = added
    return "".join(lines)
