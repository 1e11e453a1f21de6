"""The machines of two files or folders side by side, for their comparison."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from designer.base.refusal import Refusal
from designer.library.opening import decoded
from designer.linting.machines import Machine, read_machine, read_machines
from designer.linting.report import Report
from designer.linting.sources import files_in
from designer.linting.sources.files import opening
from schemas.core.diagnostic import Language
from schemas.document.document import Document
from schemas.document.text.limits import MAX_BYTES
from schemas.sidecar.workflow import Workflow

NOWHERE = "/dev/null"
"""The name of a file that is not there, as `git difftool` gives it."""

STDIN = "-"


@dataclass(frozen=True)
class Pair:
    """A machine before and after; None where it is not there. `name` has its file where there are several."""

    name: str
    old: Workflow | None
    new: Workflow | None


@dataclass(frozen=True)
class Pairs:
    """All pairs in the order of their names, and reports of what was not read."""

    found: tuple[Pair, ...]
    reports: tuple[Report, ...]


def read_pairs(old: Path, new: Path, machine: str | None, language: Language) -> Pairs:
    """The machines of two files, paired by their names, or of two folders, by their paths and names.

    Two files with one machine each are a pair, whatever they are called. Raises `Refusal` if text cannot be
    read, or is broken, or if there is no machine on either side.
    """
    reports: list[Report] = []
    before, after = (_machines(path, machine, language, reports) for path in (old, new))
    if len(before) == len(after) == 1 and not (old.is_dir() or new.is_dir()):
        (one,), (other,) = before.values(), after.values()
        found = [Pair(other.name, one, other)]
    else:
        names = sorted({*before, *after})
        found = [Pair(name, before.get(name), after.get(name)) for name in names]
    if not found:
        raise Refusal("cli.nothing-compared", str(new))
    return Pairs(tuple(found), tuple(reports))


def _machines(
    path: Path, machine: str | None, language: Language, reports: list[Report]
) -> dict[str, Workflow]:
    if str(path) == NOWHERE:
        return {}
    if str(path) == STDIN:
        return {STDIN: _whole(path, _piped(), language, reports)}
    with opening(path):
        return _of_path(path, machine, language, reports)


def _of_path(
    path: Path, machine: str | None, language: Language, reports: list[Report]
) -> dict[str, Workflow]:
    if not path.is_dir():
        read = [read_machine(path, machine, language)] if machine else read_machines(path, language).values()
        return {each.workflow.name: _whole(path, each, language, reports) for each in read}
    return {
        name: workflow
        for file in _files(path)
        for name, workflow in _of_file(path, file, language, reports)
        if machine in (None, workflow.name)
    }


def _piped() -> Machine:
    """The definition, without a sidecar, that is piped into the process."""
    text = decoded(STDIN, sys.stdin.buffer.read(MAX_BYTES + 1))
    return Machine(Workflow(STDIN, Document.parse(text)), ())


def _files(folder: Path) -> list[Path]:
    try:
        return list(files_in(folder))
    except Refusal as refusal:
        if refusal.key == "folder.empty":
            return []
        raise


def _of_file(
    folder: Path, file: Path, language: Language, reports: list[Report]
) -> Iterator[tuple[str, Workflow]]:
    """The machines of a file by its path in the folder, and their names where it does not say them."""
    try:
        read = read_machines(file, language)
    except Refusal as refusal:
        if refusal.key != "cli.no-machine":
            raise
        reports.append(replace(Report.of_refusal(refusal, language), severity="warning"))
        return
    path = file.relative_to(folder).as_posix()
    for name, machine in read.items():
        called = path if file.name.startswith(f"{name}.") else f"{path}: {name}"
        yield called, _whole(file, machine, language, reports)


def _whole(file: Path, machine: Machine, language: Language, reports: list[Report]) -> Workflow:
    """The workflow of a machine whose text can be read."""
    problem = machine.workflow.document.problem
    if problem:
        reason = problem.message(language)
        raise Refusal("cli.not-compared", str(file), problem.line, problem.column, reason=reason)
    reports.extend(machine.reports)
    return machine.workflow
