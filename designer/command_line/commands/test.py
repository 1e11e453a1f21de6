"""`designer test`: runs the cases of workflows, and tells what of them is covered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from designer.base.refusal import Refusal
from designer.base.words import word
from designer.command_line.playable import beside, playable, read_json, with_children
from designer.command_line.test_reports import TestedWorkflow, formats, renderer
from designer.library.files import read_text, read_workflow, workflow_name
from designer.linting.sources.folder import definitions_in
from player.cases.case import run_case
from player.cases.coverage import coverage
from player.cases.reading import Mistake, read_cases
from player.mocks.tables import TablesMissing
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

ENDING = ".cases.yaml"


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    return click.Command(
        "test",
        help=say("cli.test"),
        params=[
            click.Option(
                ["--format", "form"], type=click.Choice(formats()), default="text", help=say("cli.format")
            ),
            click.Argument(["files"], type=click.Path(path_type=Path), nargs=-1, required=True),
        ],
        callback=partial(_run, language),
    )


def _run(language: Language, files: Sequence[Path], form: str) -> int:
    tested = [_tested(file, language) for named in files for file in _with_cases(named)]
    click.echo(renderer(form)(tested, language), nl=False)
    return 1 if any(result.differences for one in tested for result in one.results) else 0


def _with_cases(path: Path) -> Iterator[Path]:
    """The file itself, or the definitions in a folder that have cases beside them."""
    if not path.is_dir():
        yield path
        return
    for file in definitions_in(path):
        if file.with_name(workflow_name(file) + ENDING).exists():
            yield file


def _tested(file: Path, language: Language) -> TestedWorkflow:
    """The results of the cases beside a workflow. Raises `Refusal` if either cannot be read or run."""
    workflow = read_workflow(file)
    definition = playable(workflow, file, language)
    written = file.with_name(workflow_name(file) + ENDING)
    document = Document.parse(read_text(written), "yaml")
    if document.problem is not None:
        raise Refusal("cli.no-cases", str(written), document.problem.line, document.problem.column)
    cases, mistakes = read_cases(document.value, _samples(workflow, file))
    if mistakes:
        raise _refusal(written, document, mistakes[0])
    cases = [replace(case, mocks=with_children(case.mocks, written, language)) for case in cases]
    try:
        results = tuple(run_case(definition, case, workflow.design.type) for case in cases)
    except TablesMissing as missing:
        raise Refusal("cli.tables-missing") from missing
    return TestedWorkflow(str(file), results, coverage(definition, (one.execution for one in results)))


def _refusal(file: Path, document: Document, mistake: Mistake) -> Refusal:
    position = document.position(mistake.path)
    return Refusal(mistake.key, str(file), position.line, position.column, **mistake.params)


def _samples(workflow: Workflow, file: Path) -> dict[str, Json]:
    """The sample inputs by name; those in files are read beside the workflow. Raises `Refusal`."""
    found: dict[str, Json] = {}
    for name, sample in workflow.design.samples.items():
        found[name] = sample.input
        if sample.file:
            found[name] = read_json(beside(file, sample.file))
    return found
