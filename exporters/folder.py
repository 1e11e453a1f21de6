"""Writing an export into a folder: nothing leaves the folder, and no file is left half-written."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from exporters.format import Artifact
from exporters.names import RESERVED_FILE

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]')


class PathRefused(Exception):
    """An artifact's path would leave the export's folder, or cannot be a file name everywhere."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def write(artifacts: Iterable[Artifact], directory: Path) -> list[Path]:
    """Write every artifact under `directory`, created if it is missing, and return the files.

    Everything is written to temporary files first and moved into place when all are written, so a full disk
    or a refused path changes nothing. Raises `PathRefused` or `OSError`.
    """
    artifacts = list(artifacts)
    directory.mkdir(parents=True, exist_ok=True)
    root = directory.resolve()
    targets = [target(root, artifact.path) for artifact in artifacts]
    staged: list[tuple[Path, Path]] = []
    try:
        for artifact, place in zip(artifacts, targets, strict=True):
            place.parent.mkdir(parents=True, exist_ok=True)
            staged.append((_temporary(place), place))
            _fill(staged[-1][0], artifact.data)
        for temporary, place in staged:
            temporary.replace(place)
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
    return targets


def target(root: Path, path: str) -> Path:
    """Return the file for the artifact at `path` under the resolved folder `root`. Raises `PathRefused`."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or any(map(_is_unsafe, parts)):
        raise PathRefused(path)
    place = root.joinpath(*parts)
    if not place.parent.resolve().is_relative_to(root) or place.is_dir():
        raise PathRefused(path)
    return place


def _is_unsafe(part: str) -> bool:
    return (
        part in {".", ".."}
        or bool(_UNSAFE.search(part) or RESERVED_FILE.match(part))
        or part != part.rstrip(". ")
        or len(part.encode()) > 200
    )


def _temporary(target: Path) -> Path:
    """A new, empty file beside `target`."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    os.close(handle)
    return Path(name)


def _fill(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o644)
