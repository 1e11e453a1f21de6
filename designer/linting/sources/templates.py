"""Files that hold definitions among other things, told from others by what is in them."""

from __future__ import annotations

from collections.abc import Iterator

from designer.linting.sources import kinds
from designer.linting.sources.held import Held
from schemas.core.registry import modules
from schemas.document.document import Document
from schemas.document.template import Template


def is_marked(text: str) -> bool:
    """Whether a text may hold definitions; quick, and sure where it says no."""
    return any(mark in text for kind in modules(kinds) for mark in kind.MARKS)


def template_in(document: Document) -> Template | None:
    """The text as one that holds definitions, or may but cannot be read; None where it holds none."""
    if not is_marked(document.text):
        return None
    template = Template(document.text, document.format)
    return template if template.problem is not None or any(True for _ in held_in(template)) else None


def held_in(template: Template) -> Iterator[Held]:
    """The definitions that it holds."""
    for kind in modules(kinds):
        yield from kind.held(template.value)
