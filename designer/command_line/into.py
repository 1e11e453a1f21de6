"""`designer export --into`: merges workflows into a repository, or tells in what it differs from them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from designer.base.merging import told
from designer.base.refusal import Refusal
from designer.base.words import word
from designer.command_line.exportable import exportable
from designer.command_line.telling import tell
from designer.command_line.writing import writing
from designer.library.files import read_workflow
from designer.linting.report import printable
from exporters import Artifact, notices
from exporters.merging.kind import Kind
from exporters.merging.merge import Choice, Difference
from exporters.merging.merging import recognized
from exporters.merging.plan import Plan, Repository, Request
from exporters.merging.refusal import CannotMerge
from exporters.merging.repository_folder import ChangedMeanwhile, RepositoryFolder
from exporters.settings import Settings
from exporters.stack import stack_name
from schemas.core.diagnostic import Language
from schemas.sidecar.workflow import Workflow

Export = Callable[[Workflow, Path, str, bool, Language, Settings], list[Artifact]]
"""Returns the files of a workflow, or raises `Refusal` after it has named the errors."""


@dataclass(frozen=True, slots=True)
class Into:
    """The options of a merge: `check` and `diff` write nothing; the others answer what is asked."""

    directory: Path
    to: str | None
    check: bool = False
    diff: bool = False
    force: bool = False
    keep: bool = False
    yes: bool = False

    @property
    def choice(self) -> Choice:
        """The answer to conflicts."""
        return "ours" if self.force else "theirs" if self.keep else "ask"


def merge_into(files: Sequence[Path], options: Into, export: Export, language: Language) -> int:
    """Merge the workflows in `files`; return the exit code: 1 if a person has to decide, or to export.

    A folder stands for the definitions in it.
    """
    named = options.directory.name if options.directory.is_file() else ""
    if named:
        options = replace(options, directory=options.directory.parent)
    if not options.directory.is_dir():
        raise Refusal("merge.no-folder", str(options.directory))
    folder = RepositoryFolder(options.directory.resolve())
    repository = Repository(folder.read)
    files = list(exportable(files, options.directory))
    try:
        kind, format, main = recognized(repository.read, options.to, named)
        plan, exported = _planned(files, options, export, language, repository, (kind, format, main))
        return _carry_out(plan, exported, folder, options, kind.missing(repository), language)
    except CannotMerge as refused:
        raise _refusal(refused, options.directory, language) from refused


def _planned(
    files: Sequence[Path],
    options: Into,
    export: Export,
    language: Language,
    repository: Repository,
    found: tuple[Kind, str, str],
) -> tuple[Plan, list[tuple[Path, list[Artifact]]]]:
    kind, format, main = found
    differences: list[Difference] = []
    exported = []
    for file, workflow in _workflows(files):
        artifacts = export(workflow, file, format, options.force, language, Settings(beside_others=True))
        differences += kind.merge(repository, Request.of(workflow, artifacts, options.choice), main)
        exported.append((file, artifacts))
    return repository.plan(differences), exported


def _workflows(files: Sequence[Path]) -> Iterator[tuple[Path, Workflow]]:
    """The workflows in `files`, each once. Raises `Refusal` where two would be one service."""
    services: dict[str, Path] = {}
    for file in {file.resolve(): file for file in files}.values():
        workflow = read_workflow(file)
        service = stack_name(workflow)
        other = services.setdefault(service, file)
        if other is not file:
            raise Refusal("merge.same-service", str(file), name=service, other=str(other))
        yield file, workflow


def _carry_out(
    plan: Plan,
    exported: Sequence[tuple[Path, list[Artifact]]],
    folder: RepositoryFolder,
    options: Into,
    missing: str,
    language: Language,
) -> int:
    if plan.changes:
        click.echo(printable_lines(plan.diff()))
    for difference in plan.differences:
        if difference.is_conflict or options.check:
            click.echo(printable(told(difference, options.directory, language)), err=True)
    for file, artifacts in exported:
        tell(file, notices(artifacts), language)
    if options.check:
        return _checked(plan, language)
    if plan.conflicts and options.choice == "ask":
        return _say("merge.conflicts", language, 1, count=len(plan.conflicts))
    if missing:
        _say("merge.missing-package", language, 0, name=missing)
    if options.diff:
        return 0
    if plan.changes and sys.stdin.isatty() and not options.yes:
        click.confirm(word(language, "merge.confirm"), abort=True, err=True)
    return _write(plan, folder, options.directory, language)


def _checked(plan: Plan, language: Language) -> int:
    if plan.conflicts:
        return _say("merge.disagrees-by-hand", language, 1, count=len(plan.conflicts))
    return 0 if plan.agrees else _say("merge.disagrees", language, 1)


def _write(plan: Plan, folder: RepositoryFolder, directory: Path, language: Language) -> int:
    try:
        with writing(directory):
            written = folder.write(plan)
    except ChangedMeanwhile as changed:
        raise Refusal("merge.changed-meanwhile", str(directory / changed.path)) from changed
    if not plan.changes:
        return _say("merge.nothing", language, 0)
    names = [directory / path.relative_to(folder.root) for path in written]
    click.echo("\n".join(word(language, "merge.written", file=name) for name in names), err=True)
    return 0


def _say(key: str, language: Language, code: int, **params: object) -> int:
    """Tell the words of `key` on the error stream, and return `code`."""
    click.echo(printable(f"designer: {word(language, key, **params)}"), err=True)
    return code


def _refusal(refused: CannotMerge, directory: Path, language: Language) -> Refusal:
    place = str(directory / refused.file) if refused.file else str(directory)
    if refused.diagnostic is not None:
        tell(Path(place), [refused.diagnostic], language)
    if refused.by_hand:
        click.echo(printable_lines("\n".join(refused.by_hand)))
    return Refusal(refused.key, place, refused.line, refused.column, **refused.params)


def printable_lines(text: str) -> str:
    """`text` with characters that would steer a terminal made visible, line by line."""
    return "\n".join(map(printable, text.split("\n")))
