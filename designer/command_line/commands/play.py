"""`designer play`: runs a workflow here, with mocked services, in virtual time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import click

from designer.base.refusal import Refusal
from designer.base.words import word
from designer.command_line.playable import playable, read_json, with_children
from designer.command_line.state_test import test_one_state
from designer.command_line.trace import trace
from designer.linting.machines import read_machine
from designer.linting.report import printable
from player import Execution
from player.mocks.tables import TablesMissing, check_tables
from schemas.core.coerce import mapping
from schemas.core.diagnostic import Language
from schemas.core.paths import Json

FORMATS = ("text", "json")


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    path = click.Path(path_type=Path)
    return click.Command(
        "play",
        help=say("cli.play"),
        params=[
            click.Option(["--input", "input_file"], type=path, metavar="FILE", help=say("cli.play-input")),
            click.Option(["--mocks"], type=path, metavar="FILE", help=say("cli.play-mocks")),
            click.Option(["--case"], metavar="NAME", default="", help=say("cli.play-case")),
            click.Option(["--tables"], type=path, metavar="FILE", help=say("cli.play-tables")),
            click.Option(["--seed"], type=int, default=0, help=say("cli.play-seed")),
            click.Option(["--state"], metavar="NAME", help=say("cli.play-state")),
            click.Option(["--request"], type=path, metavar="FILE", help=say("cli.play-request")),
            click.Option(["--machine"], metavar="NAME", help=say("cli.machine")),
            click.Option(
                ["--format", "form"], type=click.Choice(FORMATS), default="text", help=say("cli.play-format")
            ),
            click.Argument(["file"], type=path),
        ],
        callback=partial(_run, language),
    )


def _run(
    language: Language,
    file: Path,
    input_file: Path | None,
    mocks: Path | None,
    case: str,
    tables: Path | None,
    seed: int,
    state: str | None,
    request: Path | None,
    machine: str | None,
    form: str,
) -> int:
    workflow = read_machine(file, machine, language).workflow
    definition = playable(workflow, file, language)
    given = read_json(input_file) if input_file else {}
    if state:
        return test_one_state(definition, state, given, request, form)
    if request:
        raise Refusal("cli.request-without-state", str(request))
    rows = _tables(tables) if tables else None
    answers = _mocks(mocks, language) if mocks else None
    try:
        execution = Execution(
            definition,
            given,
            mocks=answers,
            seed=seed,
            type=workflow.design.type,
            case=case,
            tables=rows,
        )
    except TablesMissing as missing:
        raise Refusal("cli.tables-missing") from missing
    except ValueError as error:
        raise Refusal("cli.no-case", str(mocks or ""), error=str(error)) from error
    if form == "json":
        for part in _json(execution.run()):
            click.echo(part)
    else:
        for line in trace(execution, language):
            click.echo(printable(line))
    return 0 if execution.status == "SUCCEEDED" else 1


def _mocks(file: Path, language: Language) -> dict[str, Json]:
    """The mocks in a file. Raises `Refusal` if they are no object."""
    found = read_json(file)
    if not isinstance(found, dict):
        raise Refusal("cli.no-mocks", str(file))
    return with_children(found, file, language)


def _tables(file: Path) -> Mapping[str, Json]:
    """The tables in a file. Raises `Refusal` if they have another form."""
    found = mapping(read_json(file))
    try:
        check_tables(found)
    except ValueError as error:
        raise Refusal("cli.no-tables", str(file), error=str(error)) from error
    return found


def _json(execution: Execution) -> Iterator[str]:
    """The status, the output or the error and cause, and an event a line, in the form of GetExecutionHistory.

    The texts of 25,000 events may be gigabytes, so they are never one.
    """
    found: dict[str, object] = {"status": execution.status}
    if execution.status == "SUCCEEDED":
        found["output"] = execution.output
    elif execution.status == "FAILED":
        found.update(error=execution.error, cause=execution.cause)
    yield "{"
    for name, value in found.items():
        yield f'  "{name}": {json.dumps(value, ensure_ascii=False)},'
    yield '  "events": ['
    for event in execution.events:
        comma = "," if event is not execution.events[-1] else ""
        yield f"    {json.dumps(event, ensure_ascii=False)}{comma}"
    yield "  ]\n}"
