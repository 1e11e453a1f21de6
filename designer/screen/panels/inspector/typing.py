"""A field's value as text that a person types, and back."""

from __future__ import annotations

from designer.workspace.definition_text import Unreadable
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.document.json.writer import write_json


def shown(value: Json, plain: bool) -> str:
    """The text that `read` makes `value` of again."""
    if isinstance(value, str) and (plain or _is_bare(value)):
        return value
    return write_json(value).strip()


def read(text: str, plain: bool) -> Json:
    """The value that `text` means: itself in a `plain` field, else JSON, or a text without quotes.

    Raises `Unreadable` for text that begins as an object, a list or quoted text does and is not JSON.
    """
    if plain or _is_bare(text):
        return text
    document = Document.parse(text, "json")
    if document.problem is not None:
        raise Unreadable(document.problem)
    return document.value


def _is_bare(text: str) -> bool:
    """Whether it is a text without quotes, such as a path or a JSONata expression."""
    start = text.strip()
    if start.startswith(("{", "[", '"')):
        return start.startswith("{%")
    return Document.parse(text, "json").problem is not None
