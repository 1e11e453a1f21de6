"""Converts a field's value to the text that a person types, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from designer.workspace.definition_text import Unreadable
from schemas.core.paths import Json
from schemas.core.placeholder import Unquoted, is_whole
from schemas.document.document import Document
from schemas.document.json.writer import write_json


def to_text(value: Json, plain: bool) -> str:
    """The text of which `from_text` makes `value` again."""
    if isinstance(value, str) and (plain or _is_unquoted(value)):
        return str(value)
    return write_json(value).strip()


def from_text(text: str, plain: bool, schema: Mapping[str, Any] | None = None, before: Json = None) -> Json:
    """The value of `text`: the text itself in a `plain` field, else JSON or a string without quotes.

    A placeholder goes without quotes in the definition where `schema` wants no text, or where the value was
    one `before`. Raises `Unreadable` for text that begins like an object, a list or a quoted string and is
    not JSON.
    """
    if is_whole(text.strip()) and (isinstance(before, Unquoted) or _wants_no_text(schema or {})):
        return Unquoted(text.strip())
    if plain or _is_unquoted(text):
        return text
    document = Document.parse(text, "json")
    if document.problem is not None:
        raise Unreadable(document.problem)
    return document.value


def _is_unquoted(text: str) -> bool:
    """True if the text is a string without quotes, such as a path or a JSONata expression."""
    start = text.strip()
    if is_whole(start):
        return True
    if start.startswith(("{", "[", '"')):
        return start.startswith("{%")
    return Document.parse(text, "json").problem is not None


def _wants_no_text(schema: Mapping[str, Any]) -> bool:
    types = schema.get("type", [])
    return any(each not in ("string", "null") for each in ([types] if isinstance(types, str) else types))
