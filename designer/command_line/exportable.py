"""The definitions that `export --into` merges: named files, and those in named folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import read_document
from designer.linting.sources import Source, files_in, sources
from designer.linting.sources.folder import definitions_in, is_definition
from exporters.manifest import recorded


def exportable(paths: Iterable[Path], repository: Path) -> Iterator[Path]:
    """Yield the files, and the definitions in folders. Raises `Refusal` for a path that has none.

    In a folder, those that a template of the `repository` names are left out, for they are deployed from
    where they stand, and those that an export wrote.
    """
    named: set[Path] | None = None
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for a path that is too long
            read_document(path)
            yield path
            continue
        named = _named(repository) if named is None else named
        found = [
            file for file in definitions_in(path) if file.resolve() not in named and not _is_written(file)
        ]
        if not found:
            raise Refusal("folder.nothing-to-export", str(path))
        yield from found


def _named(repository: Path) -> set[Path]:
    """The files that templates and programs of the repository name as their definitions."""
    try:
        templates = [file for file in files_in(repository) if not is_definition(file)]
    except Refusal:
        return set()
    found = (each for file in templates for each in sources(file) if isinstance(each, Source))
    return {file.resolve() for each in found for file in (each.file, *each.followed)}


def _is_written(file: Path) -> bool:
    """True if the record of an export, in the folder of `file` or above, has it."""
    path = file.resolve()
    return any(path.relative_to(folder).as_posix() in recorded(folder) for folder in path.parents)
