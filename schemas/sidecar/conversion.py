"""Definitions in the other format: the placeholders that stand without quotes stay so."""

from __future__ import annotations

from schemas.asl.placeholder_kinds import Placed, placed_in, without_quotes
from schemas.core.edits import Replace, Splice
from schemas.core.paths import Json
from schemas.document.document import Document, Format


def value_of(document: Document) -> Json:
    """The value of a definition, with an `Unquoted` also where YAML leaves out the quotes of a number."""
    if document.format == "json":
        return document.value
    return without_quotes(document.value, document.is_quoted)


def converted(document: Document, format: Format) -> Document:
    """The definition in `format`; itself if it has that format.

    A text that is nothing but placeholders is written without quotes in YAML where a text belongs; where a
    number belongs, it has quotes in both formats or in none. Raises `EditRefused` if it cannot be parsed.
    """
    if format == document.format:
        return document
    if format == "json":
        return document.convert(format, value_of(document))
    written = document.convert(format)
    found = (placed for placed in placed_in(written.value) if placed.is_no_text)
    quoted = (placed for placed in found if document.is_quoted(placed.path))
    splices = [_quotes(written, placed) for placed in quoted if not written.is_quoted(placed.path)]
    return written.apply(Replace(tuple(splices))).document if splices else written


def reread(before: Document, text: Document) -> Json:
    """The value of `text`, an edited conversion of `before`: what was not edited is as it is in `before`."""
    return _kept(before.value, value_of(text))


def _kept(before: Json, after: Json) -> Json:
    if isinstance(before, dict) and isinstance(after, dict):
        return {key: _kept(before.get(key), item) for key, item in after.items()}
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return [_kept(old, new) for old, new in zip(before, after, strict=True)]
    return before if isinstance(before, str) and before == after else after


def _quotes(document: Document, placed: Placed) -> Splice:
    end = document.span(placed.path)[1]
    start = end - len(str(placed.value))
    return Splice(start, end, f'"{document.text[start:end]}"')
