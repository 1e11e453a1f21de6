"""`designer export`: the files of a workflow in a format, written into a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from designer.files import read_workflow
from designer.refusal import Refusal
from designer.report import Report
from designer.words import word
from exporters import ExportRefused, PathRefused, export, formats, write
from schemas.diagnostic import Language


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    return click.Command(
        "export",
        help=say("cli.export"),
        params=[
            click.Option(["--to"], type=click.Choice(list(formats())), required=True, help=say("cli.to")),
            click.Option(["--force"], is_flag=True, help=say("cli.force")),
            click.Option(
                ["-o", "--output"], type=click.Path(path_type=Path), required=True, help=say("cli.output")
            ),
            click.Argument(["file"], type=click.Path(path_type=Path)),
        ],
        callback=partial(_run, language),
    )


def _run(language: Language, file: Path, to: str, output: Path, force: bool) -> int:
    workflow = read_workflow(file)
    try:
        written = write(export(workflow, to, force), output)
    except ExportRefused as refused:
        for diagnostic in refused.diagnostics:
            click.echo(Report.of(str(file), diagnostic, language).text(language), err=True)
        raise Refusal("cli.export-refused", str(file), count=len(refused.diagnostics)) from refused
    except PathRefused as refused:
        raise Refusal("cli.path-refused", str(file), path=refused.path) from refused
    except OSError as error:
        raise Refusal("cli.unwritable", str(output), error=error.strerror) from error
    print("\n".join(map(str, written)))
    return 0
