"""Templates: files that hold definitions, recognised by their content or name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from designer.linting.sources import kinds
from designer.linting.sources.definitions import Found
from schemas.core.registry import modules
from schemas.document.document import Document
from schemas.document.template import Template


def is_named_like_template(file: Path) -> bool:
    """True if the file has a name that only templates have."""
    return any(kind.NAMES.fullmatch(file.name) for kind in modules(kinds))


def template_in(file: Path, document: Document) -> tuple[Template, Iterator[Found]] | None:
    """The text as a template, in the dialect of its kind, and what it holds; None if it is no template.

    One that cannot be read may hold anything.
    """
    for kind in modules(kinds):
        if not kind.NAMES.fullmatch(file.name) and not any(mark in document.text for mark in kind.MARKS):
            continue
        template = Template(document.text, document.format, kind.DIALECT)
        if template.problem is not None:
            return template, iter(())
        if kind.is_of_kind(template):
            return template, kind.sources(file, template)
    return None
