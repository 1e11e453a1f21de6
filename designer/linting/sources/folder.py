"""The files in a folder that contain definitions."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import is_sidecar, read_document, read_text
from designer.linting.sources.files import SCRIPTS
from designer.linting.sources.notice import Notice
from designer.linting.sources.program_files import ENDINGS, program_sources
from designer.linting.sources.source import Source
from designer.linting.sources.templates import is_named_like_template, template_in

MOST_FILES = 20_000
"""The most files of a folder that are read."""

_DEFINITION = re.compile(r"(?i).+\.asl(\.(json|ya?ml))?")
_SERVICE_PROGRAM = re.compile(rf"(?i)serverless({'|'.join(map(re.escape, SCRIPTS))})")
_MAY_EMBED = re.compile(r"(?i).+\.(json|ya?ml|template)")
_SKIPPED = {"node_modules", "__pycache__", "venv"}


def is_definition(file: Path) -> bool:
    """True if `file` is named like a definition: `checkout.asl.yaml`."""
    return _DEFINITION.fullmatch(file.name) is not None


def definitions_in(folder: Path) -> Iterator[Path]:
    """The files under `folder` that are named like a definition, in the order of their paths.

    Raises `Refusal` if there are too many files.
    """
    return filter(is_definition, all_files(folder))


def files_in(folder: Path) -> Iterator[Path]:
    """The files under `folder` that contain definitions, in the order of their paths.

    Skips hidden folders, links to folders, folders of tools, and parts of templates that are followed from
    another file. Where no file contains one, they are the programs that configure a service, as
    `serverless.ts`, or make a machine. Raises `Refusal` if there are too many files, or none of these.
    """
    templates: dict[Path, set[Path]] = {}
    files: list[Path] = []
    programs: list[Path] = []
    for file in all_files(folder):
        if _SERVICE_PROGRAM.fullmatch(file.name):
            programs.append(file)
        followed = None if is_definition(file) else _followed(file)
        if followed is not None:
            templates[file] = followed
        if followed is not None or is_definition(file):
            files.append(file)
    parts = {part for followed in templates.values() for part in followed}
    files = files or programs or [file for file in all_files(folder) if _makes_machine(file)]
    if not files:
        raise Refusal("folder.empty", str(folder))
    yield from (file for file in files if file not in templates or file.resolve() not in parts)


def all_files(folder: Path) -> Iterator[Path]:
    """The files under `folder`, but hidden folders and those of tools. Raises `Refusal` if too many."""
    count = 0
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        count += len(names)
        if count > MOST_FILES:
            raise Refusal("folder.too-large", str(folder), limit=MOST_FILES)
        yield from (Path(path, name) for name in sorted(names))


def _followed(file: Path) -> set[Path] | None:
    """The other files that are read for the definitions of this template; None if it is none, or holds none.

    One of which nothing can be read counts if it is named like a template.
    """
    if file.suffix.lower() in ENDINGS:
        return _followed_by_program(file)
    if not _MAY_EMBED.fullmatch(file.name) or is_sidecar(file):
        return None
    try:
        held = template_in(file, read_document(file))
    except Refusal:
        return None
    if held is None:
        return None
    template, held_there = held
    found = list(held_there)
    definitions = [each for each in found if isinstance(each, Source)]
    if not definitions:
        is_template = is_named_like_template(file) and (found or template.problem is not None)
        return set() if is_template else None
    return {part.resolve() for each in definitions for part in each.followed} - {file.resolve()}


def _makes_machine(file: Path) -> bool:
    """True for a program with a machine whose definition cannot be read."""
    try:
        return file.suffix.lower() in ENDINGS and any(program_sources(file, read_text(file)) or ())
    except Refusal:
        return False


def _followed_by_program(file: Path) -> set[Path] | None:
    """The files that a program names as definitions; None if it has none, or is made of another program.

    One of Terraform counts as well where it has a machine whose definition is not followed.
    """
    if file.suffix == ".js" and file.with_suffix(".ts").exists():
        return None
    try:
        found = list(program_sources(file, read_text(file)) or ())
    except Refusal:
        return None
    definitions = [each for each in found if isinstance(each, Source)]
    is_unread = file.suffix == ".tf" and any(isinstance(each, Notice) for each in found)
    if not definitions and not is_unread:
        return None
    return {part.resolve() for each in definitions for part in each.followed}
