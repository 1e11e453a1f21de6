"""`designer validate`: the diagnostics of definitions and their sidecars."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from designer.base.words import word
from designer.linting.linter import Linter
from designer.linting.reporting import all_reports, formats, renderer
from designer.linting.settings import chosen_rules
from schemas.asl.walk import StateMachineType
from schemas.core.diagnostic import Language


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    printed = click.Choice(formats())
    return click.Command(
        "validate",
        help=say("cli.validate"),
        params=[
            click.Option(["--type"], type=click.Choice(["STANDARD", "EXPRESS"]), help=say("cli.type")),
            click.Option(["--format"], type=printed, default="text", help=say("cli.format")),
            click.Option(["--fix"], is_flag=True, help=say("cli.fix")),
            click.Option(["--unsafe-fixes"], is_flag=True, help=say("cli.unsafe-fixes")),
            click.Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path)),
        ],
        callback=partial(_run, language),
    )


def _run(
    language: Language,
    files: tuple[Path, ...],
    type: StateMachineType | None,
    format: str,
    fix: bool,
    unsafe_fixes: bool,
) -> int:
    linter = Linter(language, chosen_rules(Path.cwd()), type)
    if fix or unsafe_fixes:
        for file in files:
            linter.fix(file, unsafe_fixes)
    for file in files:
        linter.check(file)
    printed = renderer(format)(linter.checked, language)
    if printed:
        print(printed)
    if fix or unsafe_fixes:
        click.echo(word(language, "cli.fixed", count=linter.fixes), err=True)
    return int(any(report.severity == "error" for report in all_reports(linter.checked)))
