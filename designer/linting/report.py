"""A finding in a file as the command line reports it: a line of text, or an object of JSON."""

from __future__ import annotations

from dataclasses import dataclass

from designer.base.refusal import Refusal
from designer.base.words import word
from schemas.core.diagnostic import Diagnostic, Language, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """One finding: `path` is a JSON pointer; line and column count from 1; `message` is in one language."""

    file: str
    code: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str

    @classmethod
    def of(cls, file: str, found: Diagnostic, language: Language) -> Report:
        """What `found` says of `file`."""
        message = found.message(language)
        return cls(file, found.code, found.severity, found.pointer, found.line, found.column, message)

    @classmethod
    def of_refusal(cls, refusal: Refusal, language: Language) -> Report:
        """A file that could not be read, as an error in it."""
        code = refusal.key.replace(".", "-")
        return cls(refusal.file, code, "error", "", refusal.line or 1, 1, refusal.message(language))

    def text(self, language: Language) -> str:
        """The finding in one line, `file:line:column: error: message [code]`."""
        severity = word(language, f"cli.{self.severity}")
        return printable(f"{self.file}:{self.line}:{self.column}: {severity}: {self.message} [{self.code}]")


def printable(text: str) -> str:
    """`text` in one line: what a terminal would obey or not show stands as its escape."""
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char.isprintable() or char == "\u3000":
        return char
    return char.encode("unicode_escape").decode()
