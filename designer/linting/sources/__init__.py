"""Which definitions a file or a folder holds, each where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import read_design, read_document
from designer.linting.sources.folder import files_in, is_definition
from designer.linting.sources.held import Held
from designer.linting.sources.source import Source
from designer.linting.sources.templates import held_in, template_in
from schemas.asl.walk import StateMachineType
from schemas.core.placeholder import is_placeholder
from schemas.document.document import Document
from schemas.document.template import Template

__all__ = ["Source", "files_in", "sources"]


def sources(file: Path) -> Iterator[Source | Refusal]:
    """The definitions in `file`: itself, or those that it holds among other things or names.

    What cannot be read is told by a `Refusal` in their place.
    """
    try:
        document = read_document(file)
    except Refusal as refusal:
        yield refusal
        return
    template = None if is_definition(file) else template_in(document)
    if template is None:
        yield from _whole(file, document, None)
    elif template.problem is not None:
        yield Source(file, template.text, template)
    else:
        for held in held_in(template):
            yield from _source(file, template, held)


def _whole(file: Path, document: Document, type: StateMachineType | None) -> Iterator[Source | Refusal]:
    """A file that is a definition, with its sidecar."""
    design = None
    try:
        design = read_design(file)
    except Refusal as refusal:
        yield refusal
    yield Source(file, document.text, document, design=design, type=type)


def _source(file: Path, template: Template, held: Held) -> Iterator[Source | Refusal]:
    """The definition that is held; none where the deployment puts it in."""
    if held.file:
        yield from _named(file, held)
        return
    quotation = template.quotation(held.at)
    excerpt = template.excerpt(held.at)
    if quotation is not None:
        yield Source(file, template.text, quotation.document, held.at, quotation, type=held.type)
    elif isinstance(excerpt.value, dict) and not is_placeholder(excerpt.value):
        yield Source(file, template.text, excerpt, held.at, type=held.type)


def _named(file: Path, held: Held) -> Iterator[Source | Refusal]:
    """The definition in a file beside; one that lies elsewhere is not opened, whatever it is named."""
    named = file.parent / held.file
    roots = (file.parent.resolve(), Path.cwd())
    if not any(named.resolve().is_relative_to(root) for root in roots):
        yield Refusal("file.elsewhere", str(file), named=held.file)
        return
    try:
        document = read_document(named)
    except Refusal as refusal:
        yield refusal
        return
    yield from _whole(named, document, held.type)
