"""A field's value as text that a person types, and back."""

from __future__ import annotations

from designer.definition import Unreadable
from schemas.document import Document
from schemas.paths import Json
from schemas.text import write_json


def shown(value: Json, plain: bool) -> str:
    """The text that `read` makes `value` of again."""
    if isinstance(value, str) and (plain or read_loosely(value) == value):
        return value
    return write_json(value).strip()


def read(text: str, plain: bool) -> Json:
    """The value that `text` means: itself in a `plain` field, else JSON, or a text without quotes.

    Raises `Unreadable` for text that begins as an object, a list or quoted text does and is not JSON.
    """
    return text if plain else read_loosely(text)


def read_loosely(text: str) -> Json:
    """JSON, or a text without quotes; a JSONata expression is a text."""
    start = text.strip()
    document = Document.parse(text, "json")
    if start.startswith("{%") or (document.problem is not None and not start.startswith(("{", "[", '"'))):
        return text
    if document.problem is not None:
        raise Unreadable(document.problem)
    return document.value
