"""The definitions in a file: the file itself, or those embedded in a template."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import read_design, read_document
from designer.linting.sources.embedded import Embedded
from designer.linting.sources.folder import files_in, is_definition
from designer.linting.sources.source import Source
from designer.linting.sources.templates import embedded_in, template_in
from schemas.asl.walk import StateMachineType
from schemas.core.placeholder import is_placeholder
from schemas.document.document import Document
from schemas.document.template import Template
from schemas.document.yaml.dialect import DELIVERED

__all__ = ["Source", "files_in", "sources"]


def sources(file: Path) -> Iterator[Source | Refusal]:
    """The definitions in `file`: the file itself, or those that a template embeds or names.

    A `Refusal` stands for a definition that cannot be read.
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
        for embedded in embedded_in(template):
            yield from _source(file, template, embedded)


def _whole(file: Path, document: Document, type: StateMachineType | None) -> Iterator[Source | Refusal]:
    """The definition that a whole file is, with its sidecar."""
    design = None
    try:
        design = read_design(file)
    except Refusal as refusal:
        yield refusal
    yield Source(file, document.text, document, design=design, type=type)


def _source(file: Path, template: Template, embedded: Embedded) -> Iterator[Source | Refusal]:
    """An embedded definition; nothing where the deployment inserts it later."""
    if embedded.file:
        yield from _named(file, template, embedded)
        return
    quotation = template.quotation(embedded.at)
    excerpt = template.excerpt(embedded.at)
    if quotation is not None:
        yield Source(file, template.text, quotation.document, embedded.at, quotation, type=embedded.type)
    elif isinstance(excerpt.value, dict) and not is_placeholder(excerpt.value):
        yield Source(file, template.text, excerpt, embedded.at, type=embedded.type)


def _named(file: Path, template: Template, embedded: Embedded) -> Iterator[Source | Refusal]:
    """The definition in a file that the template names, in its folder or the current one."""
    named = file.parent / embedded.file
    roots = (file.parent.resolve(), Path.cwd())
    if not any(named.resolve().is_relative_to(root) for root in roots):
        yield Refusal("file.elsewhere", str(file), named=embedded.file)
        return
    try:
        document = read_document(named)
    except Refusal as refusal:
        yield refusal
        return
    delivered = DELIVERED if template.dialect.old else template.dialect
    yield from _whole(named, Template(document.text, document.format, delivered), embedded.type)
