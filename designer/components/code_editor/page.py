"""The text that the code editor shows, and where problems and states stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from designer.components.code_editor.units import Units
from designer.protocol.code_editor import StateRange, TextMarker
from designer.workspace import definition_text
from designer.workspace.analysis import Analysis
from schemas.core.diagnostic import Diagnostic, Language
from schemas.document.document import Document, Format

MOST_MARKERS = 200


@dataclass(frozen=True)
class Page:
    """A text, its digest, its problems and its states; `state_ranges` is None where it cannot be read."""

    text: str
    digest: str
    markers: list[TextMarker]
    state_ranges: list[StateRange] | None


def page(reading: Analysis, format: Format, typing: Diagnostic | None, language: Language) -> Page:
    """The definition in `format`, with the problems of the workflow; where there is one, only with `typing`:
    what keeps typed text from being read."""
    document = reading.workflow.document
    text = definition_text.text_in_format(document, format)
    shown = document if document.text == text else Document(text, format)
    markers = (
        [_marker(typing, typing.line, typing.column, language)]
        if typing
        else _markers(reading, shown, language)
    )
    return Page(text, digest_of(text), markers, None if reading.is_broken else _state_ranges(reading, shown))


def digest_of(text: str) -> str:
    """A short name for a text, which no other has."""
    return blake2b(text.encode(errors="surrogatepass"), digest_size=12).hexdigest()


def _markers(reading: Analysis, shown: Document, language: Language) -> list[TextMarker]:
    found = []
    for diagnostic in reading.diagnostics[:MOST_MARKERS]:
        place = diagnostic if shown is reading.workflow.document else shown.position(diagnostic.path)
        found.append(_marker(diagnostic, place.line, place.column, language))
    return found


def _state_ranges(reading: Analysis, shown: Document) -> list[StateRange]:
    units = Units(shown.text)
    found = []
    for path, uid in reading.identity.uids.items():
        start, end = shown.span(path)
        found.append(StateRange(uid=uid, start=units.of(start), end=units.of(end)))
    return found


def _marker(diagnostic: Diagnostic, line: int, column: int, language: Language) -> TextMarker:
    return TextMarker(
        code=diagnostic.code,
        severity=diagnostic.severity,
        message=diagnostic.message(language),
        line=line,
        column=column,
    )
