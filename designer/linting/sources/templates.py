"""Templates: files that embed definitions, recognised by their content."""

from __future__ import annotations

from collections.abc import Iterator

from designer.linting.sources import kinds
from designer.linting.sources.embedded import Embedded
from schemas.core.registry import modules
from schemas.document.document import Document
from schemas.document.template import Template


def is_marked(text: str) -> bool:
    """True if a text may embed definitions; a quick test without false negatives."""
    return any(mark in text for kind in modules(kinds) for mark in kind.MARKS)


def template_in(document: Document) -> Template | None:
    """The text as a template, if it embeds definitions or may do so but cannot be read; else None."""
    if not is_marked(document.text):
        return None
    template = Template(document.text, document.format)
    return template if template.problem is not None or any(True for _ in embedded_in(template)) else None


def embedded_in(template: Template) -> Iterator[Embedded]:
    """The definitions that the template embeds."""
    for kind in modules(kinds):
        yield from kind.embedded(template.value)
