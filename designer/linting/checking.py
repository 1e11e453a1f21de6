"""Files checked one after the other, and mended where that is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import is_sidecar, read_document, replace_file, sidecar_path
from designer.linting.report import Report
from designer.linting.reporting import Checked
from designer.linting.sources import Source, files_in, sources
from schemas.asl.walk import StateMachineType
from schemas.core.diagnostic import Diagnostic, Language
from schemas.document.document import Position
from schemas.sidecar.design import Design
from schemas.validator.autofix import apply_fixes
from schemas.validator.check_design import check_design
from schemas.validator.ruleset import RuleSet


@dataclass
class Checking:
    """What was found so far, by file; `fixes` were carried out.

    Each definition is judged by `rules` as `type`, or else as it says itself.
    """

    language: Language
    rules: RuleSet
    type: StateMachineType | None = None
    fixes: int = 0
    _texts: dict[str, str] = field(default_factory=dict)
    _reports: dict[str, dict[Report, None]] = field(default_factory=dict)

    @property
    def checked(self) -> list[Checked]:
        """Every file that was looked at, with what was found in it."""
        return [
            Checked(file, self._texts.get(file, ""), list(found)) for file, found in self._reports.items()
        ]

    def check(self, path: Path) -> None:
        """Look at a file, or at all files in a folder that hold definitions."""
        for file in self._files(path):
            if is_sidecar(file):
                self._check_sidecar(file)
                continue
            for source in sources(file):
                self._check_source(file, source)

    def mend(self, path: Path, unsafe: bool) -> None:
        """Carry out the fixes of every definition that `check` would look at, in its file."""
        for file in self._files(path):
            for index in range(len(list(sources(file))) if not is_sidecar(file) else 0):
                source = list(sources(file))[index]
                if isinstance(source, Source):
                    self._mend_source(source, unsafe)

    def _files(self, path: Path) -> Iterator[Path]:
        if not os.path.isdir(path):  # noqa: PTH112 - a path that is too long is told as a file
            yield path
            return
        try:
            yield from files_in(path)
        except Refusal as refusal:
            self._refused(path, refusal)

    def _mend_source(self, source: Source, unsafe: bool) -> None:
        mended = apply_fixes(source.document, self._type_of(source), self.rules, unsafe)
        text = source.text_with(mended.document)
        if mended.fixes and text is not None:
            replace_file(source.file, text)
            self.fixes += mended.fixes

    def _check_source(self, file: Path, source: Source | Refusal) -> None:
        if isinstance(source, Refusal):
            self._refused(file, source)
            return
        if source.design is not None:
            self._told_of_sidecar(sidecar_path(source.file), source.design)
        name = str(source.file)
        self._texts[name] = source.text
        self._reports.setdefault(name, {})
        for found in source.diagnostics(self._type_of(source), self.rules):
            self._told(name, found, source.pointer(found), source.place(found))

    def _type_of(self, source: Source) -> StateMachineType:
        return self.type or source.type or (source.design.type if source.design else "STANDARD")

    def _check_sidecar(self, file: Path) -> None:
        try:
            self._told_of_sidecar(file, Design(read_document(file)))
        except Refusal as refusal:
            self._refused(file, refusal)

    def _told_of_sidecar(self, file: Path, design: Design) -> None:
        name = str(file)
        for found in check_design(design):
            self._texts[name] = design.document.text
            self._told(name, found, found.pointer, Position(found.line, found.column))

    def _told(self, file: str, found: Diagnostic, pointer: str, place: Position) -> None:
        message = found.message(self.language)
        report = Report(file, found.code, found.severity, pointer, place.line, place.column, message)
        self._reports.setdefault(file, {})[report] = None

    def _refused(self, file: Path, refusal: Refusal) -> None:
        name = refusal.file or str(file)
        self._reports.setdefault(name, {})[Report.of_refusal(refusal, self.language)] = None
