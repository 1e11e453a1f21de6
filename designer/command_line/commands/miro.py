"""`designer miro`: the picture of a workflow onto a board of Miro, and later in place of that one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import get_args

import click

from designer.base.refusal import Refusal
from designer.base.words import word
from designer.command_line.telling import tell
from designer.library.files import read_workflow, replace_file, sidecar_path
from designer.sharing.account import TOKEN, account
from designer.sharing.miro import Sent, board_id, send
from exporters import Artifact, ExportRefused, write
from exporters.settings import PictureLayout, Settings, Theme
from schemas.core.diagnostic import Language
from schemas.core.view_mode import VIEW_MODES, ViewMode
from schemas.sidecar.miro import read_miro
from schemas.sidecar.sketch import read_sketch
from schemas.sidecar.workflow import Workflow


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    usual = Settings(language=language)
    looks = (
        (["--view", "view_mode"], VIEW_MODES, usual.view_mode, "cli.view"),
        (["--theme"], get_args(Theme), usual.theme, "cli.theme"),
        (["--language", "words"], get_args(Language), usual.language, "cli.language"),
        (["--layout"], get_args(PictureLayout), usual.layout, "cli.layout"),
    )
    return click.Command(
        "miro",
        help=say("cli.miro"),
        params=[
            *(
                click.Option(names, type=click.Choice(options), default=first, help=say(key))
                for names, options, first, key in looks
            ),
            click.Option(["--sketch"], is_flag=True, help=say("cli.sketch")),
            click.Argument(["file"], type=click.Path(path_type=Path)),
            click.Argument(["board"], required=False),
        ],
        callback=partial(_run, language),
    )


def _run(
    language: Language,
    file: Path,
    board: str | None,
    view_mode: ViewMode,
    theme: Theme,
    words: Language,
    layout: PictureLayout,
    sketch: bool,
) -> int:
    mine = account()
    if mine is None:
        raise Refusal("miro.no-token", variable=TOKEN)
    workflow = read_workflow(file)
    if sketch and not read_sketch(workflow.design).cards:
        raise Refusal("cli.no-sketch", str(file))
    chosen = board_id(board) if board else read_miro(workflow.design).board
    if not chosen:
        raise Refusal("miro.which-board", str(file))
    if workflow.design.document.problem:
        raise Refusal("miro.broken-design", str(sidecar_path(file)))
    settings = Settings(view_mode, theme, words, 2.0, layout, "sketch" if sketch else "workflow")
    try:
        sent = send(workflow, chosen, settings, mine)
    except ExportRefused as refused:
        tell(file, refused.diagnostics, language)
        raise Refusal("cli.not-drawn", str(file)) from refused
    print(sent.url)
    _remember(file, workflow, sent)
    return 0


def _remember(file: Path, workflow: Workflow, sent: Sent) -> None:
    """Write the item into the sidecar, which is made where there is none."""
    changed = workflow.apply(sent.remembered(workflow)).workflow.design.document.text
    sidecar = sidecar_path(file)
    if changed == workflow.design.document.text and sidecar.exists():
        return
    try:
        if sidecar.exists():
            replace_file(sidecar, changed)
        else:
            write([Artifact(sidecar.name, "application/json", changed.encode())], sidecar.parent)
    except OSError as error:
        raise Refusal("miro.not-remembered", str(sidecar), error=error.strerror) from error
