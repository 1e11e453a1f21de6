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
from designer.command_line.usage import WrongCall
from designer.command_line.writing import writing
from designer.library.cases import cases_in
from designer.library.files import cases_path, is_cases
from designer.linting.machines import workflow_of
from designer.linting.report import printable
from designer.playing.losses import told_loss
from designer.repository.place import Reading, find
from exporters.folder import replace_files
from player.cases.case import run_case
from player.cases.coverage import coverage
from player.cases.local_mocks import local_mocks
from player.cases.reading import Mistake, read_cases
from player.mocks.local import is_local
from player.mocks.tables import TablesMissing
from schemas.core.coerce import mapping
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.document.json.writer import write_json


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
            click.Option(
                ["--write-mocks", "mocks"],
                type=click.Path(path_type=Path),
                metavar="FILE",
                help=say("cli.write-mocks"),
            ),
            click.Argument(["files"], type=click.Path(path_type=Path), nargs=-1, required=True),
        ],
        callback=partial(_run, language),
    )


def _run(language: Language, files: Sequence[Path], form: str, mocks: Path | None) -> int:
    tested = [_tested(reading, language) for file in files for reading in _with_cases(file)]
    if mocks is not None:
        _write_mocks(mocks, tested, language)
    click.echo(renderer(form)(tested, language), nl=False)
    return 1 if any(result.differences for one in tested for result in one.results) else 0


def _write_mocks(file: Path, tested: Sequence[TestedWorkflow], language: Language) -> None:
    """Write the cases as a mock file of Step Functions Local, and tell what it loses of them."""
    if len(tested) != 1:
        raise WrongCall("cli.mocks-of-several", count=str(len(tested)))
    if file.exists() and not is_local(mapping(read_json(file))):
        raise Refusal("cli.mocks-in-the-way", str(file))
    (one,) = tested
    written, losses = local_mocks(one.name, dict(one.definition), one.results)
    with writing(file):
        replace_files({file.resolve(): write_json(written).encode()})
    told = [told_loss(loss, language) for loss in losses]
    for line in (*told, word(language, "mocks.written", file=file)):
        click.echo(printable(line), err=True)


def _with_cases(path: Path) -> Iterator[Reading]:
    """The machines in a file or a folder that have cases. Raises `Refusal` if there are none."""
    found = find(path)
    refusals = [each for each in found if isinstance(each, Refusal)]
    readings = [each for each in found if isinstance(each, Reading)]
    for refusal in refusals:
        if is_cases(Path(refusal.file)) or not readings:
            raise refusal
    with_cases = [each for each in readings if each.has_cases]
    if not with_cases:
        file = cases_path(readings[0].sidecar) if len(readings) == 1 else path
        raise Refusal("cases.nowhere", str(file))
    yield from with_cases


def _tested(reading: Reading, language: Language) -> TestedWorkflow:
    """The results of the cases of a workflow. Raises `Refusal` if they or it cannot be read or run."""
    place, written = reading.place, cases_path(reading.sidecar)
    workflow = replace(reading.workflow, document=workflow_of(place.name, reading.source).document)
    definition = playable(workflow, place.file, language)
    cases, mistakes = read_cases({"cases": dict(workflow.design.cases)}, _samples(reading))
    if mistakes:
        raise _refusal(reading, mistakes[0])
    cases = [replace(case, mocks=with_children(case.mocks, written, language)) for case in cases]
    try:
        results = tuple(run_case(definition, case, workflow.design.type) for case in cases)
    except TablesMissing as missing:
        raise Refusal("cli.tables-missing") from missing
    file = f"{place.file} › {place.name}" if place.at else str(place.file)
    covered = coverage(definition, (one.execution for one in results))
    return TestedWorkflow(file, workflow.name, definition, results, covered)


def _refusal(reading: Reading, mistake: Mistake) -> Refusal:
    """The refusal of a mistake in the file of cases, or in the sidecar."""
    name, own = mistake.path[1:2], reading.source.design
    file, document = cases_path(reading.sidecar), reading.cases
    if document is None or (own is not None and name and name[0] not in cases_in(document)):
        file, document = reading.sidecar, (own or reading.workflow.design).document
    position = document.position(mistake.path)
    return Refusal(mistake.key, str(file), position.line, position.column, **mistake.params)


def _samples(reading: Reading) -> dict[str, Json]:
    """The sample inputs by name; those in files are read beside the sidecar. Raises `Refusal`."""
    found: dict[str, Json] = {}
    for name, sample in reading.workflow.design.samples.items():
        found[name] = sample.input
        if sample.file:
            found[name] = read_json(beside(reading.sidecar, sample.file))
    return found
