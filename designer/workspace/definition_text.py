"""The definition as text that a person reads and types, in the format it is kept in or in the other one."""

from __future__ import annotations

from schemas.core.diagnostic import Diagnostic
from schemas.document.differences import differences
from schemas.document.document import Document, Format
from schemas.document.text.splices import between
from schemas.sidecar.workflow import Change


class Unreadable(Exception):
    """Typed text that cannot be read, and why."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.code)
        self.problem = problem


def text_in_format(document: Document, format: Format) -> str:
    """The definition's text in `format`; its own text where that is its own format, or cannot be read."""
    return document.text if document.problem is not None else document.convert(format).text


def change_from_text(document: Document, text: str, format: Format) -> Change:
    """The change that makes the definition, shown in `format`, what `text` says.

    Text in the definition's own format is taken as it was typed, broken or not, and a whole definition pasted
    in the other format makes that the definition's. Of text in the other, converted format only what differs
    is taken over; raises `Unreadable` where that cannot be read.
    """
    if format == document.format or document.problem is not None:
        return _replaced(document, text)
    read = Document.parse(text)
    if read.problem is not None:
        raise Unreadable(read.problem)
    return Change(tuple(differences(document.value, read.value)))


def _replaced(document: Document, text: str) -> Change:
    format = document.format
    if Document.parse(text, format).problem is not None:
        read = Document.parse(text)
        format = read.format if isinstance(read.value, dict) else format
    return Change((between(document.text, text),), format=format if format != document.format else None)
