"""Checks files one after the other, collects what is reported of them, and applies fixes on request."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import is_sidecar, read_document, replace_file
from designer.linting.deployed import Deployed
from designer.linting.placed import placed_diagnostics
from designer.linting.report import Report
from designer.linting.reporting import CheckedFile
from designer.linting.sources import Found, Notice, Source, files_in, sources
from designer.linting.sources.files import opening
from schemas.asl.walk import StateMachineType
from schemas.core.diagnostic import Diagnostic, Language
from schemas.sidecar.design import Design
from schemas.validator.autofix import apply_fixes
from schemas.validator.check_design import check_design
from schemas.validator.ruleset import RuleSet


@dataclass
class Linter:
    """Collects the reports by file, in `language`.

    Each definition is checked by `rules` as a state machine of `type`, or of the type that its file names.
    `fixes` counts the fixes that were applied.
    """

    language: Language
    rules: RuleSet
    type: StateMachineType | None = None
    fixes: int = 0
    _texts: dict[str, str] = field(default_factory=dict)
    _reports: dict[str, dict[Report, None]] = field(default_factory=dict)

    @property
    def checked(self) -> list[CheckedFile]:
        """Each file that was checked, with its reports; none is reported twice."""
        return [
            CheckedFile(file, self._texts.get(file, ""), list(reports))
            for file, reports in self._reports.items()
        ]

    def check(self, path: Path) -> None:
        """Check a file, or each file in a folder that contains definitions.

        A file of which nothing is checked is an error.
        """
        with opening(path):
            self._check(path)

    def _check(self, path: Path) -> None:
        is_checked, before = False, self._errors
        deployed = Deployed(path)
        for file in self._files(path):
            if is_sidecar(file):
                self._check_sidecar(file)
                is_checked = True
                continue
            for found in sources(file):
                self._check_found(file, found)
                deployed.add(file, found)
                is_checked = is_checked or isinstance(found, Source)
        for notice in deployed.unnamed():
            self._report(notice.file, notice.text, [notice.diagnostic])
        if not is_checked and self._errors == before:
            self._report_refusal(path, Refusal("file.nothing-checked", str(path)))

    @property
    def _errors(self) -> int:
        reports = (report for reports in self._reports.values() for report in reports)
        return sum(report.severity == "error" for report in reports)

    def fix(self, path: Path, unsafe: bool) -> None:
        """Apply the fixes of each definition that `check` would check, in its file."""
        with opening(path):
            self._fix(path, unsafe)

    def _fix(self, path: Path, unsafe: bool) -> None:
        for file in self._files(path):
            for index in range(len(list(sources(file))) if not is_sidecar(file) else 0):
                found = list(sources(file))[index]
                if isinstance(found, Source):
                    self._fix_source(found, unsafe)

    def _files(self, path: Path) -> Iterator[Path]:
        if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for a path that is too long
            yield path
            return
        try:
            yield from files_in(path)
        except Refusal as refusal:
            self._report_refusal(path, refusal)

    def _fix_source(self, source: Source, unsafe: bool) -> None:
        result = apply_fixes(source.document, self._type_of(source), self.rules, unsafe, source.design)
        text = source.text_with(result.document)
        if result.fixes and text is not None:
            replace_file(source.file, text)
            self.fixes += result.fixes

    def _check_found(self, file: Path, found: Found) -> None:
        if isinstance(found, Refusal):
            self._report_refusal(file, found)
        elif isinstance(found, Notice):
            self._report(found.file, found.text, [found.diagnostic])
        else:
            self._check_source(found)

    def _check_source(self, source: Source) -> None:
        if source.design is not None:
            self._report_sidecar(source.sidecar, source.design)
        self._report(source.file, source.text, ())
        for notice in placed_diagnostics(source, self._type_of(source), self.rules):
            self._report(notice.file, notice.text, [notice.diagnostic])

    def _type_of(self, source: Source) -> StateMachineType:
        return self.type or source.type or (source.design.type if source.design else "STANDARD")

    def _check_sidecar(self, file: Path) -> None:
        try:
            self._report_sidecar(file, Design(read_document(file)))
        except Refusal as refusal:
            self._report_refusal(file, refusal)

    def _report_sidecar(self, file: Path, design: Design) -> None:
        diagnostics = check_design(design)
        if diagnostics:
            self._report(file, design.document.text, diagnostics)

    def _report(self, file: Path, text: str, diagnostics: Iterable[Diagnostic]) -> None:
        name = str(file)
        self._texts[name] = text
        reports = self._reports.setdefault(name, {})
        chosen = self.rules.chosen(diagnostics)
        reports.update({Report.of(name, diagnostic, self.language): None for diagnostic in chosen})

    def _report_refusal(self, file: Path, refusal: Refusal) -> None:
        name = refusal.file or str(file)
        self._reports.setdefault(name, {})[Report.of_refusal(refusal, self.language)] = None
