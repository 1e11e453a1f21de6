"""Where problems and states stand in the text that the code editor shows."""

from __future__ import annotations

from designer.reading import Reading
from designer.text_editor.protocol import Mark, Stretch
from designer.text_editor.units import Units
from schemas.diagnostic import Diagnostic, Language
from schemas.document import Document, Format

MOST_MARKS = 200


def marks(
    reading: Reading, text: str, format: Format, typing: Diagnostic | None, language: Language
) -> list[Mark]:
    """The problems of the workflow where they are in `text`; only `typing`, what keeps typed text from
    being read, where there is one."""
    if typing is not None:
        return [_mark(typing, typing.line, typing.column, language)]
    shown = _shown(reading, text, format)
    found = []
    for diagnostic in reading.diagnostics[:MOST_MARKS]:
        place = diagnostic if shown is reading.workflow.document else shown.position(diagnostic.path)
        found.append(_mark(diagnostic, place.line, place.column, language))
    return found


def stretches(reading: Reading, text: str, format: Format) -> list[Stretch] | None:
    """Where each state stands in `text`; None where it cannot be read."""
    if reading.is_broken:
        return None
    shown, units = _shown(reading, text, format), Units(text)
    found = []
    for path, uid in reading.identity.uids.items():
        start, end = shown.span(path)
        found.append(Stretch(uid=uid, start=units.of(start), end=units.of(end)))
    return found


def _shown(reading: Reading, text: str, format: Format) -> Document:
    document = reading.workflow.document
    return document if document.text == text else Document(text, format)


def _mark(diagnostic: Diagnostic, line: int, column: int, language: Language) -> Mark:
    return Mark(severity=diagnostic.severity, message=diagnostic.message(language), line=line, column=column)
