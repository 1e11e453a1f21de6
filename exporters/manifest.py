"""A second export into the same folder replaces exported files, and no file that a person wrote or changed.

A record in the folder has the digest of every exported file, to tell unchanged files from all others, and the
name of the workflow that it was exported from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from exporters.folder import target, write
from exporters.format import Artifact
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json
from schemas.document.json.writer import write_json

RECORD = ".designer-export.json"
LARGEST = 1 << 24
"""The bytes of the largest record that is read."""


class WouldOverwrite(Exception):
    """The export would overwrite the files at `paths`, which a person wrote or changed."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(", ".join(paths))
        self.paths = tuple(paths)


class OtherWorkflow(Exception):
    """The export would overwrite the files at `paths`, which were exported from the workflow `name`."""

    def __init__(self, name: str, paths: Sequence[str]) -> None:
        super().__init__(name, ", ".join(paths))
        self.name = name
        self.paths = tuple(paths)


@dataclass(frozen=True, slots=True)
class Entry:
    """An exported file in the record: its digest, and its workflow; "" in records without workflows.

    A file that exports were merged into has no digest: it has `parts`, for each workflow those of its export.
    """

    digest: str
    workflow: str = ""
    parts: dict[str, Json] = field(default_factory=dict)

    def written(self) -> Json:
        """The entry as it stands in the record."""
        if self.parts:
            return {"parts": self.parts}
        return {"sha256": self.digest, "workflow": self.workflow}


def write_export(
    artifacts: Sequence[Artifact], directory: Path, workflow: str, force: bool = False
) -> list[Path]:
    """Write an export of the workflow of that name, and its record, under `directory`; return the files.

    Raises `WouldOverwrite` and `OtherWorkflow` unless `force` is given, and the errors of `write`; then
    nothing is written.
    """
    before = recorded(directory)
    artifacts = [each for each in artifacts if not (each.is_beginning and _is_there(each, directory))]
    if not force:
        _spare_theirs(artifacts, directory, before)
        _spare_others(artifacts, directory, before, workflow)
    now = {**before, **{artifact.path: Entry(_digest(artifact.data), workflow) for artifact in artifacts}}
    return write([*artifacts, record_of(now)], directory)


def _is_there(artifact: Artifact, directory: Path) -> bool:
    return target(directory.resolve(), artifact.path).is_file()


def record_of(entries: Mapping[str, Entry]) -> Artifact:
    """Return the record with `entries` by path."""
    written: Json = {path: entry.written() for path, entry in sorted(entries.items())}
    return Artifact(RECORD, "application/json", write_json(written).encode())


def _spare_theirs(artifacts: Sequence[Artifact], directory: Path, before: Mapping[str, Entry]) -> None:
    theirs = [artifact.path for artifact in artifacts if _is_theirs(artifact, directory, before)]
    if theirs:
        raise WouldOverwrite(theirs)


def _spare_others(
    artifacts: Sequence[Artifact], directory: Path, before: Mapping[str, Entry], workflow: str
) -> None:
    others = {
        artifact.path: before[artifact.path].workflow
        for artifact in artifacts
        if artifact.path in before and _is_there(artifact, directory)
    }
    paths = [path for path, name in others.items() if name not in ("", workflow)]
    if paths:
        raise OtherWorkflow(others[paths[0]], paths)


def _is_theirs(artifact: Artifact, directory: Path, before: Mapping[str, Entry]) -> bool:
    path = target(directory.resolve(), artifact.path)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    entry = before.get(artifact.path)
    return found != _digest(artifact.data) and (entry is None or found != entry.digest)


def recorded(directory: Path) -> dict[str, Entry]:
    """Return the entry of each file that earlier exports wrote; nothing where that cannot be read."""
    path = directory / RECORD
    if not path.is_file() or path.stat().st_size > LARGEST:
        return {}
    try:
        return entries_in(path.read_bytes())
    except (ValueError, RecursionError):
        return {}


def entries_in(record: str | bytes) -> dict[str, Entry]:
    """Return the entries of a record. Raises `ValueError` and `RecursionError`."""
    return {path: _entry(value) for path, value in mapping(json.loads(record)).items()}


def _entry(value: Json) -> Entry:
    if isinstance(value, str):
        return Entry(value)
    fields = mapping(value)
    return Entry(text(fields.get("sha256")), text(fields.get("workflow")), dict(mapping(fields.get("parts"))))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
