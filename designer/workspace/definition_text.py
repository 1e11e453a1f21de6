"""The definition as text in either format, and the change that edited text makes."""

from __future__ import annotations

from schemas.core.diagnostic import Diagnostic
from schemas.document.differences import differences
from schemas.document.document import Document, Format
from schemas.document.text.splices import between
from schemas.sidecar.conversion import converted, reread
from schemas.sidecar.workflow import Change


class Unreadable(Exception):
    """Edited text that cannot be parsed; `problem` is the syntax error."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.code)
        self.problem = problem


def text_in_format(document: Document, format: Format) -> str:
    """The definition's text in `format`: converted, unless it is its own format or cannot be parsed."""
    return document.text if document.problem is not None else converted(document, format).text


def change_from_text(document: Document, text: str, format: Format) -> Change:
    """The change that `text`, the edited definition in `format`, makes.

    Text in the definition's own format replaces its text, broken or not; a whole definition pasted in the
    other format changes the definition's format. For text in the other, converted format only the values that
    differ are changed, which keeps the layout and the comments of the rest.
    Raises `Unreadable` for converted text that cannot be parsed.
    """
    if format == document.format or document.problem is not None:
        return _replaced(document, text)
    read = Document.parse(text)
    if read.problem is not None:
        raise Unreadable(read.problem)
    return Change(tuple(differences(document.value, reread(document, read))))


def _replaced(document: Document, text: str) -> Change:
    format = document.format
    if Document.parse(text, format).problem is not None:
        read = Document.parse(text)
        format = read.format if isinstance(read.value, dict) else format
    return Change((between(document.text, text),), format=format if format != document.format else None)
