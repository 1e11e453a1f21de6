"""A diagnostic of a file as the command line prints it: a line of text, or an object of JSON."""

from __future__ import annotations

from dataclasses import dataclass

from designer.base.refusal import Refusal
from designer.base.words import word
from schemas.core.diagnostic import Diagnostic, Language, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """One diagnostic: `path` is a JSON pointer; line and column count from 1; `message` is in words."""

    file: str
    code: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str

    @classmethod
    def of(cls, file: str, diagnostic: Diagnostic, language: Language) -> Report:
        """The report of a diagnostic that is placed in `file`."""
        return cls(
            file,
            diagnostic.code,
            diagnostic.severity,
            diagnostic.pointer,
            diagnostic.line,
            diagnostic.column,
            diagnostic.message(language),
        )

    @classmethod
    def of_refusal(cls, refusal: Refusal, language: Language) -> Report:
        """The report of a file that could not be read, as an error."""
        code = refusal.key.replace(".", "-")
        return cls(
            refusal.file, code, "error", "", refusal.line or 1, refusal.column, refusal.message(language)
        )

    def text(self, language: Language) -> str:
        """The report in one line, `file:line:column: error: message [code]`."""
        severity = word(language, f"cli.{self.severity}")
        return printable(f"{self.file}:{self.line}:{self.column}: {severity}: {self.message} [{self.code}]")


def printable(text: str) -> str:
    """`text` in one line, with control and invisible characters escaped."""
    return "".join(map(_escaped, text))


def _escaped(char: str) -> str:
    if char.isprintable() or char == "\u3000":
        return char
    return char.encode("unicode_escape").decode()
