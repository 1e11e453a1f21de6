"""Templates: files that embed definitions, recognised by their content."""

from __future__ import annotations

from collections.abc import Iterator

from designer.linting.sources import kinds
from designer.linting.sources.embedded import Embedded
from schemas.core.registry import modules
from schemas.document.document import Document
from schemas.document.template import Template


def template_in(document: Document) -> Template | None:
    """The text as a template, if it embeds definitions or may do so but cannot be read; else None.

    It is read in the dialect of its kind.
    """
    for kind in modules(kinds):
        if not any(mark in document.text for mark in kind.MARKS):
            continue
        template = Template(document.text, document.format, kind.DIALECT)
        if template.problem is not None or any(True for _ in kind.embedded(template.value)):
            return template
    return None


def embedded_in(template: Template) -> Iterator[Embedded]:
    """The definitions that the template embeds."""
    for kind in modules(kinds):
        yield from kind.embedded(template.value)
