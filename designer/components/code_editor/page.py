"""The text in the code editor, with its markers and the ranges of its states."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from designer.components.code_editor.units import Units
from designer.protocol.code_editor import StateRange, TextMarker
from designer.workspace import definition_text
from designer.workspace.analysis import Analysis
from schemas.core.diagnostic import Diagnostic, Language
from schemas.document.document import Document, Format

MAX_MARKERS = 200
"""Markers that are sent, at most."""


@dataclass(frozen=True)
class Page:
    """A text, its digest, its markers and its states' ranges (None where the text cannot be parsed)."""

    text: str
    digest: str
    markers: list[TextMarker]
    state_ranges: list[StateRange] | None


def page(analysis: Analysis, format: Format, syntax_error: Diagnostic | None, language: Language) -> Page:
    """The definition in `format`, with the diagnostics of the workflow as markers.

    `syntax_error`, if given, is the only marker: the typed text could not be parsed.
    """
    document = analysis.workflow.document
    text = definition_text.text_in_format(document, format)
    shown = document if document.text == text else Document(text, format)
    if syntax_error is not None:
        markers = [_marker(syntax_error, syntax_error.line, syntax_error.column, language)]
    else:
        markers = _markers(analysis, shown, language)
    ranges = None if analysis.is_broken else _state_ranges(analysis, shown)
    return Page(text, digest_of(text), markers, ranges)


def digest_of(text: str) -> str:
    """A digest by which the browser and Python tell texts apart."""
    return blake2b(text.encode(errors="surrogatepass"), digest_size=12).hexdigest()


def _markers(analysis: Analysis, shown: Document, language: Language) -> list[TextMarker]:
    found = []
    for diagnostic in analysis.diagnostics[:MAX_MARKERS]:
        place = diagnostic if shown is analysis.workflow.document else shown.position(diagnostic.path)
        found.append(_marker(diagnostic, place.line, place.column, language))
    return found


def _state_ranges(analysis: Analysis, shown: Document) -> list[StateRange]:
    units = Units(shown.text)
    found = []
    for path, uid in analysis.identity.uids.items():
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
