"""Places in files whose definition, or part of one, was not checked, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from designer.base.refusal import Refusal
from designer.linting.sources.place import Place
from schemas.core.diagnostic import Diagnostic, Language, Severity
from schemas.core.short_text import short_text

UNCHECKED = frozenset(
    {
        "not-followed",
        "no-definition",
        "leads-nowhere",
        "variable-circle",
        "variable-syntax",
        "too-much-followed",
        "file-elsewhere",
        "file-missing",
        "file-unreadable",
    }
)
"""The codes of reports that something was not checked."""

_SEVERITIES: Mapping[str, Severity] = {"not-followed": "warning", "no-definition": "warning"}


@dataclass(frozen=True)
class Notice:
    """A diagnostic of a file about something in it that was not checked; `text` is the text of the file."""

    file: Path
    text: str
    diagnostic: Diagnostic

    def no_machine(self, language: Language) -> Refusal:
        """The refusal of the file as one without a machine, for this reason."""
        reason = " " * (language == "en") + self.diagnostic.message(language)
        return Refusal("cli.no-machine", str(self.file), self.diagnostic.line, reason=reason)


class NotFollowed(Exception):
    """A value that another one stands for is not read; `code` and `params` give the message of the reason.

    A `refusal` says why a file is not read.
    """

    def __init__(self, code: str, refusal: Refusal | None = None, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.refusal = refusal
        self.params = params

    def at(self, place: Place, severity: Severity = "error") -> Notice | Refusal:
        """The report of it at `place`, where the value stands for the other one."""
        position = place.position
        if self.refusal is not None:
            found = self.refusal
            return Refusal(found.key, str(place.file), position.line, position.column, **found.params)
        severity = _SEVERITIES.get(self.code, severity)
        params = {"text": short_text(place.value), **self.params}
        diagnostic = Diagnostic(self.code, severity, place.at, position.line, position.column, params)
        return Notice(place.file, place.document.text, diagnostic)


@dataclass
class Notices:
    """Collects notices while values are followed."""

    found: list[Notice | Refusal] = field(default_factory=list)

    def add(self, reason: NotFollowed, place: Place, severity: Severity = "error") -> None:
        """Add the reason why the value at `place` is not followed."""
        self.found.append(reason.at(place, severity))
