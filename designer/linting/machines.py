"""The machines in a file as workflows: the file itself, or the machines that a template holds or names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.files import workflow_name
from designer.linting.report import Report
from designer.linting.sources import Found, Notice, Source, sources
from schemas.asl.variants import drawn
from schemas.core.diagnostic import Language
from schemas.document.document import Document
from schemas.document.json.writer import write_json
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Workflow
from schemas.validator.check_design import check_design


@dataclass(frozen=True)
class Machine:
    """A workflow, and the reports of the errors for which its sidecar, or a part of it, is not read."""

    workflow: Workflow
    reports: tuple[Report, ...]


def read_machine(file: Path, name: str | None, language: Language) -> Machine:
    """The machine in `file`; of several, the one called `name`.

    Where functions of a template choose, it has all that they choose from. Raises `Refusal` if a file cannot
    be read, if there are several machines and none is named, or none of that name.
    """
    found = list(sources(file))
    machines = _by_name(file, found, language)
    if name is None and len(machines) > 1:
        raise Refusal("cli.which-machine", str(file), count=len(machines), names=", ".join(machines))
    if name is not None and name not in machines:
        raise Refusal("cli.no-such-machine", str(file), name=name, names=", ".join(machines))
    called, source = next(each for each in machines.items() if name in (None, each[0]))
    return _machine(called, source, found, language)


def read_machines(file: Path, language: Language) -> dict[str, Machine]:
    """All machines in `file`, by name. Raises `Refusal` if it cannot be read or holds none."""
    found = list(sources(file))
    machines = _by_name(file, found, language)
    return {name: _machine(name, source, found, language) for name, source in machines.items()}


def _by_name(file: Path, found: list[Found], language: Language) -> dict[str, Source]:
    machines: dict[str, Source] = {}
    for each in found:
        if isinstance(each, Source):
            machines.setdefault(each.name or workflow_name(each.file), each)
    if not machines:
        raise _reason(file, [each for each in found if not isinstance(each, Source)], language)
    return machines


def _machine(name: str, source: Source, found: list[Found], language: Language) -> Machine:
    refused = [each for each in found if isinstance(each, Refusal)]
    return Machine(workflow_of(name, source), tuple(_of_sidecar(source, refused, language)))


def _of_sidecar(source: Source, refused: list[Refusal], language: Language) -> Iterator[Report]:
    """The reports of the sidecar beside the definition, which was `refused` or has errors."""
    sidecar = str(source.sidecar)
    for refusal in refused:
        if refusal.file == sidecar:
            yield Report.of_refusal(refusal, language)
    for error in check_design(source.design) if source.design else ():
        if error.severity == "error":
            yield Report.of(sidecar, error, language)


def workflow_of(name: str, source: Source) -> Workflow:
    """The workflow of a source; where functions of a template choose, with all that they choose from."""
    document = source.whole
    value = drawn(document.value)
    if document.problem is None and (source.at or value != document.value):
        document = Document.parse(write_json(value), "json")
    return Workflow(name.encode(errors="replace").decode(), document, source.design or Design.empty())


def _reason(file: Path, found: list[Notice | Refusal], language: Language) -> Refusal:
    """The first reason why there is no machine."""
    for each in found:
        if isinstance(each, Refusal):
            return each
        if each.diagnostic.severity != "hint":
            return each.no_machine(language)
    return Refusal("cli.no-machine", str(file), reason="")
