"""A second export into the same folder replaces exported files, and no file that a person wrote or changed.

A record in the folder has the digest of every exported file, to tell unchanged files from all others.
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
    """The export would overwrite the files at `paths`, which a person wrote or changed."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(", ".join(paths))
        self.paths = tuple(paths)


def write_export(artifacts: Sequence[Artifact], directory: Path, force: bool = False) -> list[Path]:
    """Write an export and its record under `directory`, and return the paths of all written files.

    Raises `WouldOverwrite` unless `force` is given, and the errors of `write`; then nothing is written.
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
