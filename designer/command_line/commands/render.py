"""`designer render`: a workflow, or its sketch, as a picture."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import get_args

import click

from designer.base.refusal import Refusal
from designer.base.words import word
from designer.command_line.telling import tell
from designer.command_line.writing import writing
from designer.linting.machines import read_machine
from exporters import Artifact, ExportRefused, export, picture_formats, write
from exporters.settings import LARGEST_SCALE, PictureLayout, Settings, Theme
from schemas.core.diagnostic import Language
from schemas.core.view_mode import VIEW_MODES, ViewMode
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.workflow import Workflow

SCALES = click.FloatRange(0, LARGEST_SCALE, min_open=True)


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    path = click.Path(path_type=Path)
    usual = Settings(language=language)
    return click.Command(
        "render",
        help=say("cli.render"),
        params=[
            click.Option(
                ["-o", "--output"], type=path, metavar="FILE", required=True, help=say("cli.picture")
            ),
            click.Option(
                ["--view", "view_mode"],
                type=click.Choice(VIEW_MODES),
                default=usual.view_mode,
                help=say("cli.view"),
            ),
            click.Option(
                ["--theme"],
                type=click.Choice(get_args(Theme)),
                default=usual.theme,
                help=say("cli.theme"),
            ),
            click.Option(
                ["--language", "words"],
                type=click.Choice(get_args(Language)),
                default=usual.language,
                help=say("cli.language"),
            ),
            click.Option(["--sketch"], is_flag=True, help=say("cli.sketch")),
            click.Option(["--machine"], metavar="NAME", help=say("cli.machine")),
            click.Option(
                ["--layout"],
                type=click.Choice(get_args(PictureLayout)),
                default=usual.layout,
                help=say("cli.layout"),
            ),
            click.Option(["--scale"], type=SCALES, default=usual.scale, help=say("cli.scale")),
            click.Argument(["file"], type=path),
        ],
        callback=partial(_run, language),
    )


def _run(
    language: Language,
    file: Path,
    output: Path,
    view_mode: ViewMode,
    theme: Theme,
    words: Language,
    sketch: bool,
    layout: PictureLayout,
    scale: float,
    machine: str | None,
) -> int:
    format = picture_formats().get(output.suffix.lower())
    if format is None:
        raise Refusal("cli.picture-ending", str(output))
    read = read_machine(file, machine, language)
    if sketch and not read_sketch(read.workflow.design).cards:
        raise Refusal("cli.no-sketch", str(file))
    settings = Settings(view_mode, theme, words, scale, layout, "sketch" if sketch else "workflow")
    (picture,) = _rendered(file, read.workflow, format, settings, language)
    with writing(output):
        (written,) = write([Artifact(output.name, picture.media_type, picture.data)], output.parent)
    print(written)
    for report in read.reports:
        click.echo(report.text(language), err=True)
    tell(file, picture.notices, language)
    return 0


def _rendered(
    file: Path, workflow: Workflow, format: str, settings: Settings, language: Language
) -> list[Artifact]:
    try:
        return export(workflow, format, settings=settings)
    except ExportRefused as refused:
        tell(file, refused.diagnostics, language)
        raise Refusal("cli.not-drawn", str(file)) from refused
