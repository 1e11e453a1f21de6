"""A place of a workflow: the file, and the machine in it, whose definition is opened and saved there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.cases import with_cases
from designer.library.files import cases_path, read_cases_file, workflow_name
from designer.linting.sources import Notice, Source, files_in, sources
from designer.linting.sources.files import opening
from designer.linting.sources.folder import is_definition
from designer.repository.settings import with_settings
from designer.repository.torn import Torn
from schemas.core import paths
from schemas.document.document import Document
from schemas.document.template import Template
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow

_GENERATED = frozenset(("cdk.out", ".aws-sam", ".serverless"))
"""Folders that a tool writes anew each time."""


@dataclass(frozen=True)
class Place:
    """The machine `name`, which the file `host` names or holds; its definition stands at `at` in `file`."""

    host: Path
    file: Path
    name: str
    at: paths.Path = ()

    @property
    def key(self) -> str:
        """A text that names the place on this machine, the same each time that it is found."""
        return f"{self.file.resolve()}#{self.name}" if self.at else str(self.file.resolve())


@dataclass(frozen=True)
class Reading:
    """The workflow at a place, and the `source` from which it was read.

    Its sidecar has the `cases` of the file beside, too, if there is one. It can be changed but not saved
    there where `fixed` has the key of the reason. Parts of its flow stand in other files where it is `torn`.
    """

    place: Place
    source: Source
    workflow: Workflow
    fixed: str = ""
    cases: Document | None = None
    torn: Torn | None = None

    @property
    def files(self) -> dict[Path, str]:
        """The files in which the definition stands, with their texts."""
        return self.torn.texts if self.torn else {self.place.file: self.source.text}

    @property
    def has_cases(self) -> bool:
        """True if there are cases of the workflow, in the file beside it or in its sidecar."""
        return self.cases is not None or "cases" in self.workflow.design.fields

    @property
    def sidecar(self) -> Path:
        """The path of its sidecar, which need not exist."""
        return self.source.sidecar

    def text_with(self, document: Document) -> str | None:
        """The text of the file with another definition; None where a person has to write it."""
        if self.fixed or self.torn:
            return None
        return self.source.inset.rewritten(document) if self.source.inset else document.text

    def texts_with(self, document: Document) -> dict[Path, str] | None:
        """The texts of the files that another definition changes; None where a person has to write it."""
        if self.torn is not None and not self.fixed:
            return self.torn.rewritten(document)
        text = self.text_with(document)
        if text is None:
            return None
        return {self.place.file: text} if text != self.source.text else {}


def find(path: Path) -> list[Reading | Notice | Refusal]:
    """The workflows in a file or a folder; a notice or a refusal where something is not read.

    A definition that a template names is that of the template, whose settings it has.

    Raises `Refusal` for a folder without any, or with too many files.
    """
    with opening(path):
        return _find(path)


def read(place: Place, root: Path) -> Reading:
    """The workflow at a place under `root` as it is now. Raises `Refusal` where it is gone or unreadable."""
    with opening(root):
        return _read(place)


def _find(path: Path) -> list[Reading | Notice | Refusal]:
    folder = os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for a path that is too long
    files = sorted(files_in(path), key=is_definition) if folder else [path]
    found: dict[str, Reading] = {}
    others: list[Notice | Refusal] = []
    for file in files:
        for each in _in_file(file):
            if isinstance(each, Reading):
                found.setdefault(each.place.key, each)
            else:
                others.append(each)
    readings: list[Reading] = []
    for each in found.values():
        try:
            readings.append(_with_cases(each))
        except Refusal as refusal:
            others.append(refusal)
    own = [each for each in readings if each.fixed != "place.fixed.generated"]
    return [*(own if folder and own else readings), *others]


def _read(place: Place) -> Reading:
    refused: Refusal | None = None
    for each in _in_file(place.host):
        if isinstance(each, Reading) and (each.place.name, each.place.key) == (place.name, place.key):
            return _with_cases(each)
        if isinstance(each, Refusal) and Path(each.file) in (place.file, place.host):
            refused = refused or each
    raise refused or Refusal("place.gone", str(place.host), name=place.name)


def _with_cases(reading: Reading) -> Reading:
    """The reading with the cases of the file beside it. Raises `Refusal` where they cannot be read."""
    cases = read_cases_file(cases_path(reading.sidecar))
    workflow = replace(reading.workflow, design=with_cases(reading.workflow.design, cases))
    return replace(reading, workflow=workflow, cases=cases)


def _in_file(host: Path) -> Iterator[Reading | Notice | Refusal]:
    names: dict[str, int] = {}
    for each in sources(host):
        if not isinstance(each, Source):
            yield each
            continue
        if _is_broken_template(host, each):
            yield _refusal(host, each)
            continue
        base = each.name or workflow_name(each.file).encode(errors="replace").decode()
        names[base] = names.get(base, 0) + 1
        name = base if names[base] == 1 else f"{base} ({names[base]})"
        yield _reading(host, each, name)


def _is_broken_template(host: Path, source: Source) -> bool:
    """True for a template that cannot be read; it may hold anything, and is no definition."""
    is_whole = isinstance(source.document, Template) and source.file == host and not source.name
    return is_whole and source.document.problem is not None


def _refusal(host: Path, source: Source) -> Refusal:
    problem = source.document.problem
    line, column = (problem.line, problem.column) if problem else (0, 1)
    return Refusal("place.unreadable", str(host), line, column)


def _reading(host: Path, source: Source, name: str) -> Reading:
    is_part = source.inset is not None or source.quotation is not None
    at = source.at or (name,) if is_part else ()
    document, fixed, torn = _document(source), source.fixed, Torn.of(source.assembly)
    if any(part in _GENERATED for part in source.file.resolve().parts):
        fixed = "place.fixed.generated"
    elif not fixed and source.inset is None and is_part:
        fixed = "place.fixed.computed"
    elif torn is not None:
        document = torn.document
    elif source.inset is not None and source.inset.rewritten(document) != source.text:
        fixed = fixed or "place.fixed.computed"
    design = with_settings(source.design or Design.empty(), source.kind, source.properties)
    return Reading(
        Place(host, source.file, name, at), source, Workflow(name, document, design), fixed, torn=torn
    )


def _document(source: Source) -> Document:
    if source.inset is not None:
        return source.inset.document
    return Document(source.document.text, source.document.format)
