"""Comments in generated YAML, each on lines of its own above the key or item that it explains."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.comments import commented
from schemas.core.paths import Path
from schemas.document.document import Document


def with_comments(text: str, comments: Mapping[Path, str]) -> str:
    """`text` with each comment above the key or item at its path, indented as that is.

    A text that is larger or deeper than our reader takes goes without comments.
    """
    document = Document.parse(text, "yaml")
    if document.problem:
        return text
    lines = text.split("\n")
    places = {document.position(path, key=True).line: comment for path, comment in comments.items()}
    for number in sorted(places, reverse=True):
        line = lines[number - 1]
        indent = line[: len(line) - len(line.lstrip(" "))]
        lines[number - 1 : number - 1] = commented(places[number], f"{indent}#")
    return "\n".join(lines)
