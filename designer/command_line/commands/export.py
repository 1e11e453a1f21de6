"""`designer export`: the files of a workflow, in a folder of their own or merged into a repository."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from designer.base.refusal import Refusal
from designer.base.words import word
from designer.command_line.locking import PACKAGES, write_lock
from designer.command_line.telling import tell
from designer.command_line.usage import WrongCall
from designer.command_line.writing import writing
from designer.library.files import read_workflow, sidecar_path, workflow_name
from designer.linting.report import printable
from exporters import (
    Artifact,
    ExportRefused,
    OtherWorkflow,
    WouldOverwrite,
    export,
    notices,
    write_export,
)
from exporters.registry import format_of, formats
from exporters.settings import Settings
from exporters.stack import same_service, stack_name
from schemas.core.diagnostic import Diagnostic, Language
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow
from schemas.validator.check_design import check_design


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    path = click.Path(path_type=Path)
    return click.Command(
        "export",
        help=say("cli.export"),
        params=[
            click.Option(["--to"], type=click.Choice(list(formats())), help=say("cli.to")),
            click.Option(["--force"], is_flag=True, help=say("cli.force")),
            click.Option(["-o", "--output"], type=path, metavar="DIR", help=say("cli.output")),
            click.Option(["--lock"], is_flag=True, help=say("cli.lock")),
            click.Option(["--into"], type=path, metavar="DIR", help=say("cli.into")),
            click.Option(["--check"], is_flag=True, help=say("cli.into-check")),
            click.Option(["--diff"], is_flag=True, help=say("cli.into-diff")),
            click.Option(["--keep"], is_flag=True, help=say("cli.into-keep")),
            click.Option(["--yes"], is_flag=True, help=say("cli.into-yes")),
            click.Argument(["files"], type=path, nargs=-1, required=True, metavar="FILE..."),
        ],
        callback=partial(_run, language),
    )


def _run(
    language: Language,
    files: Sequence[Path],
    to: str | None,
    output: Path | None,
    into: Path | None,
    force: bool,
    lock: bool,
    **flags: bool,
) -> int:
    _check_call(files, to, output, into, force, **flags)
    if into is not None and lock:
        raise WrongCall("cli.lock-into")
    if into is not None:
        from designer.command_line.into import Into, merge_into

        return merge_into(files, Into(into, to, force=force, **flags), _exported, language)
    return _write(language, files[0], to or "", output or Path(), force, lock)


def _check_call(
    files: Sequence[Path], to: str | None, output: Path | None, into: Path | None, force: bool, **flags: bool
) -> None:
    """Refuse options that do not go together. Raises `click.UsageError`."""
    if into is None and (output is None or to is None):
        raise click.MissingParameter(
            ctx=click.get_current_context(), param=click.Option(["--output" if to else "--to"])
        )
    if into is not None and output is not None:
        raise WrongCall("cli.output-or-into")
    if output is not None and (any(flags.values()) or len(files) > 1):
        raise WrongCall("cli.only-into")
    if into is not None and to is not None:
        _check_merged(to)
    if force and flags["keep"]:
        raise WrongCall("cli.force-or-keep")


def _check_merged(format: str) -> None:
    from exporters.merging.merging import formats_of_merges

    if format not in formats_of_merges():
        raise WrongCall("cli.not-merged", formats=", ".join(formats_of_merges()))


def _write(language: Language, file: Path, to: str, output: Path, force: bool, lock: bool) -> int:
    """Write the files of the workflow in `file` into a folder of their own, and by choice the lock file."""
    workflow = read_workflow(file)
    artifacts = _exported(workflow, file, to, force, language, Settings())
    if lock and PACKAGES not in (artifact.path for artifact in artifacts):
        raise WrongCall("cli.no-packages", format=to)
    try:
        with writing(output, named_by=file):
            written = write_export(artifacts, output, workflow.name, force)
    except OtherWorkflow as refused:
        files = ", ".join(refused.paths)
        raise Refusal("cli.other-workflow", str(output), files=files, name=refused.name) from refused
    except WouldOverwrite as refused:
        raise Refusal("cli.would-overwrite", str(output), files=", ".join(refused.paths)) from refused
    print("\n".join(map(str, written)))
    if format_of(to).deploys:
        _tell_same_service(file, workflow, language)
    tell(file, notices(artifacts), language)
    if lock:
        print(write_lock(output))
    return 0


def _tell_same_service(file: Path, workflow: Workflow, language: Language) -> None:
    """Name a definition in the same folder that would be deployed as the same service."""
    names = {workflow_name(path) for path in file.parent.glob("*.asl*") if path != file}
    same = same_service(workflow, sorted(names - {workflow.name}))
    if same is not None:
        words = word(language, "export.same-service", name=same, service=stack_name(workflow))
        click.echo(printable(words), err=True)


def _exported(
    workflow: Workflow, file: Path, to: str, force: bool, language: Language, settings: Settings
) -> list[Artifact]:
    """The files of a workflow; a refusal names the errors first."""
    mistakes = [mistake for mistake in check_design(workflow.design) if mistake.severity == "error"]
    if mistakes and (not force or workflow.design.document.problem):
        _refuse(sidecar_path(file), workflow.design.document, mistakes, language)
    try:
        return export(workflow, to, force, settings)
    except ExportRefused as refused:
        _refuse(file, workflow.document, refused.diagnostics, language)


def _refuse(file: Path, document: Document, errors: Sequence[Diagnostic], language: Language) -> NoReturn:
    """Name the errors, then say whether `--force` would help."""
    tell(file, errors, language)
    raise Refusal(
        "cli.unreadable" if document.problem else "cli.export-refused", str(file), count=len(errors)
    )
