"""`designer diff`: the differences of two workflows, or of all workflows in two folders."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import get_args

import click

from designer.base.refusal import Refusal
from designer.base.words import word
from designer.command_line.writing import writing
from designer.linting.pairs import read_pairs
from designer.linting.report import printable
from exporters import Artifact, picture_formats, write
from exporters.names import file_name
from exporters.scene.routing import SceneTooLarge
from exporters.settings import LARGEST_SCALE, Settings, Theme
from schemas.comparison.as_data import as_data
from schemas.comparison.comparison import Comparison, compare
from schemas.comparison.telling import told
from schemas.core.diagnostic import Language
from schemas.core.view_mode import VIEW_MODES, ViewMode

TROUBLE = 2
"""The exit code of a refusal, as `diff` has it: 1 says that there are differences."""

Named = Sequence[tuple[str, Comparison]]


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    path, formats = click.Path(path_type=Path), click.Choice(list(_FORMATS))
    usual = Settings(language=language)
    scales = click.FloatRange(0, LARGEST_SCALE, min_open=True)
    return click.Command(
        "diff",
        help=say("cli.diff"),
        params=[
            click.Option(["--format"], type=formats, default="text", help=say("cli.format")),
            click.Option(["-o", "--output"], type=path, metavar="PICTURE", help=say("cli.diff-output")),
            click.Option(["--machine"], metavar="NAME", help=say("cli.machine-of-diff")),
            click.Option(
                ["--view", "view_mode"],
                type=click.Choice(VIEW_MODES),
                default=usual.view_mode,
                help=say("cli.view"),
            ),
            click.Option(
                ["--theme"], type=click.Choice(get_args(Theme)), default=usual.theme, help=say("cli.theme")
            ),
            click.Option(["--scale"], type=scales, default=usual.scale, help=say("cli.scale")),
            click.Argument(["old"], type=path),
            click.Argument(["new"], type=path),
        ],
        callback=partial(_run, language),
    )


def _run(
    language: Language,
    old: Path,
    new: Path,
    format: str,
    output: Path | None,
    machine: str | None,
    view_mode: ViewMode,
    theme: Theme,
    scale: float,
) -> int:
    settings = Settings(view_mode, theme, language, scale)
    try:
        pairs = read_pairs(old, new, machine, language)
        named = [(pair.name, compare(pair.old, pair.new)) for pair in pairs.found]
        pictures = _pictures(named, output, settings) if output else []
        if output:
            _write(pictures, output)
    except Refusal as refusal:
        refusal.exit_code = TROUBLE
        raise
    for report in pairs.reports:
        click.echo(report.text(language), err=True)
    print(_FORMATS[format](named, settings))
    return int(any(not comparison.is_equal for _, comparison in named))


def _text(named: Named, settings: Settings) -> str:
    lines: list[str] = []
    for name, comparison in named:
        if len(named) > 1 and not comparison.is_equal:
            lines.append(f"== {name}")
        if len(named) == 1 or not comparison.is_equal:
            lines += told(comparison, settings.language)
    return "\n".join(map(printable, lines or told(compare(None, None), settings.language)))


def _markdown(named: Named, settings: Settings) -> str:
    from exporters.comparison.markdown import markdown

    return markdown(named, settings)


def _json(named: Named, settings: Settings) -> str:
    workflows = [{"name": name, **as_data(comparison)} for name, comparison in named]
    equal = all(comparison.is_equal for _, comparison in named)
    return json.dumps({"equal": equal, "workflows": workflows}, ensure_ascii=False, indent=2)


_FORMATS: dict[str, Callable[[Named, Settings], str]] = {"text": _text, "markdown": _markdown, "json": _json}


def _pictures(named: Named, output: Path, settings: Settings) -> list[Artifact]:
    """One picture in the file `output`, or in that folder two of each workflow that differs."""
    from exporters.comparison.pictures import comparison_picture

    ending = output.suffix.lower()
    try:
        if ending in picture_formats():
            if len(named) != 1:
                raise Refusal("cli.diff-several", str(output), count=len(named))
            picture = comparison_picture(named[0][1], ending, settings)
            return [Artifact(output.name, picture.media_type, picture.data)]
        found: dict[str, Artifact] = {}
        for name, comparison in named:
            for each in picture_formats() if not comparison.is_equal else ():
                picture = comparison_picture(comparison, each, settings)
                path = _unused(file_name(name.replace("/", "-")), each, found)
                found[path] = Artifact(path, picture.media_type, picture.data)
        return list(found.values())
    except SceneTooLarge as error:
        raise Refusal("cli.not-drawn", str(output)) from error


def _unused(name: str, ending: str, used: dict[str, Artifact]) -> str:
    paths = (f"{name}{f'-{number}' if number else ''}{ending}" for number in range(len(used) + 1))
    return next(path for path in paths if path not in used)


def _write(pictures: list[Artifact], output: Path) -> None:
    is_file = output.suffix.lower() in picture_formats()
    with writing(output):
        write(pictures, output.parent if is_file else output)
