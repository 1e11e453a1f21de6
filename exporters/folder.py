"""Writing an export into a folder: nothing leaves the folder, and no file is left half-written."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
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
    replace_files({place: artifact.data for artifact, place in zip(artifacts, targets, strict=True)})
    return targets


def replace_files(files: Mapping[Path, bytes], check: Callable[[], None] = lambda: None) -> None:
    """Write each of `files`, all of them or none.

    Everything is written to temporary files first; then `check` may still raise; then all are moved into
    place. A file that is there keeps its mode. Where one cannot be moved, those before it are as they were.
    """
    staged: list[tuple[Path, Path]] = []
    before: list[tuple[Path, bytes | None]] = []
    try:
        for place, data in files.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            staged.append((_temporary(place), place))
            _fill(staged[-1][0], data, stat.S_IMODE(place.stat().st_mode) if place.is_file() else 0o644)
        check()
        for temporary, place in staged:
            before.append((place, place.read_bytes() if place.is_file() else None))
            temporary.replace(place)
    except OSError:
        for place, old in before:
            _restore(place, old)
        raise
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def _restore(place: Path, data: bytes | None) -> None:
    with suppress(OSError):
        if data is None:
            place.unlink(missing_ok=True)
        elif place.read_bytes() != data:
            place.write_bytes(data)


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


def _fill(path: Path, data: bytes, mode: int) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(mode)
