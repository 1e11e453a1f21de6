"""The words of what a merge into a repository finds."""

from __future__ import annotations

from pathlib import Path

from designer.base.words import word
from exporters.merging.merge import Difference
from schemas.core.diagnostic import Language


def told(difference: Difference, directory: Path, language: Language) -> str:
    """Return the difference in one line, with its place in the repository at `directory`."""
    path = ".".join(map(str, difference.path)) or difference.file
    words = word(language, f"merge.is-{difference.reason}", path=path)
    return f"{directory / difference.file}:{difference.line}: {words}"
