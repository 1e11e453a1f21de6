"""Reads the files of a repository's folder for a merge, and writes a plan: as a whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exporters.folder import PathRefused, replace_files, target
from exporters.merging.plan import Plan
from exporters.merging.refusal import CannotMerge

_LARGEST = 1 << 24


class ChangedMeanwhile(Exception):
    """The file at `path` is another one than that which the plan follows from."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class RepositoryFolder:
    """The folder `root`, resolved; nothing outside it is read or written, not even through a link."""

    root: Path

    def read(self, file: str) -> str | None:
        """The text of a file; None where there is none. Raises `CannotMerge` and `OSError`."""
        try:
            place = target(self.root, file)
        except PathRefused:
            raise CannotMerge("merge.outside", file) from None
        if not place.exists() and not place.is_symlink():
            return None
        place = place.resolve()
        if not place.is_relative_to(self.root) or not place.is_file():
            raise CannotMerge("merge.outside", file)
        if place.stat().st_size > _LARGEST:
            raise CannotMerge("merge.too-large", file)
        try:
            return place.read_bytes().decode()
        except UnicodeDecodeError:
            raise CannotMerge("merge.no-text", file) from None

    def write(self, plan: Plan) -> list[Path]:
        """Write the changes of `plan` and its record; return the files.

        Raises `ChangedMeanwhile` if a file that the plan follows from has another text by now, and `OSError`;
        then nothing is written.
        """
        changes = [*plan.changes, *([plan.record] if plan.record else [])]
        if not changes:
            return []
        places = {target(self.root, change.file).resolve(): change.after.encode() for change in changes}

        def check() -> None:
            for file, text in plan.read.items():
                if self.read(file) != text:
                    raise ChangedMeanwhile(file)

        replace_files(places, check)
        return list(places)
