"""The definitions in a file: the file itself, or those that a template holds or names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import read_document
from designer.linting.sources.definitions import Found, whole_file
from designer.linting.sources.files import SCRIPTS
from designer.linting.sources.folder import files_in, is_definition
from designer.linting.sources.notice import Notice
from designer.linting.sources.program_files import ENDINGS, program_sources
from designer.linting.sources.source import Source
from designer.linting.sources.templates import template_in

__all__ = ["Found", "Notice", "Source", "files_in", "sources"]


def sources(file: Path) -> Iterator[Found]:
    """The definitions in `file`, and notices of what is not checked.

    A `Refusal` stands for a definition that cannot be read.
    """
    try:
        document = read_document(file)
    except Refusal as refusal:
        yield refusal
        return
    if file.suffix.lower() in ENDINGS:
        yield from program_sources(file, document.text) or _unknown_program(file)
        return
    found = None if is_definition(file) else template_in(file, document)
    if found is None:
        yield from whole_file(file, document)
        return
    template, held = found
    if template.problem is not None:
        yield Source(file, template.text, template)
    else:
        yield from held


def _unknown_program(file: Path) -> Iterator[Refusal]:
    """The refusal of a program that would have to run to tell its definitions."""
    if file.suffix.lower() in SCRIPTS:
        yield Refusal("file.script", str(file))
