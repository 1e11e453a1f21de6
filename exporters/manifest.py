"""Exporting again into the same folder: what an export wrote is replaced, what a person wrote is not.

A small file in the folder remembers what was written, so a file that is still so can be told from one that a
person has changed or put there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from exporters.folder import target, write
from exporters.format import Artifact
from schemas.core.coerce import texts
from schemas.document.json.writer import write_json

RECORD = ".designer-export.json"
_LARGEST = 1 << 20


class WouldOverwrite(Exception):
    """Files that no export wrote, or that were changed since, stand in the way; `paths` are theirs."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(", ".join(paths))
        self.paths = tuple(paths)


def write_export(artifacts: Sequence[Artifact], directory: Path, force: bool = False) -> list[Path]:
    """Write an export under `directory` and remember it there; the paths of all that was written.

    Raises `WouldOverwrite` unless `force` is given, and what `write` raises; then nothing is written.
    """
    before = _recorded(directory)
    theirs = [artifact.path for artifact in artifacts if _is_theirs(artifact, directory, before)]
    if theirs and not force:
        raise WouldOverwrite(theirs)
    now = {**before, **{artifact.path: _digest(artifact.data) for artifact in artifacts}}
    record = Artifact(RECORD, "application/json", write_json(dict(sorted(now.items()))).encode())
    return write([*artifacts, record], directory)


def _is_theirs(artifact: Artifact, directory: Path, before: dict[str, str]) -> bool:
    path = target(directory.resolve(), artifact.path)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    return found not in {_digest(artifact.data), before.get(artifact.path)}


def _recorded(directory: Path) -> dict[str, str]:
    """The digest of each file that earlier exports wrote; nothing where that cannot be read."""
    path = directory / RECORD
    if not path.is_file() or path.stat().st_size > _LARGEST:
        return {}
    try:
        return texts(json.loads(path.read_bytes()))
    except (ValueError, RecursionError):
        return {}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
