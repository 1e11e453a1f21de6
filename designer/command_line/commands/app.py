"""`designer app`: starts the designer in the browser, on the workflows of a file or a folder."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import click

import designer
from designer.base.refusal import Refusal
from designer.base.words import word
from designer.linting.sources import Notice
from designer.repository.place import Reading, find
from designer.repository.project import MACHINE, VARIABLE
from schemas.core.diagnostic import Language


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    say = partial(word, language)
    return click.Command(
        "app",
        help=say("cli.app"),
        params=[
            click.Option(["--machine"], metavar="NAME", help=say("cli.machine-of-app")),
            click.Argument(["path"], type=click.Path(path_type=Path), required=False),
        ],
        callback=partial(_run, language),
    )


def _run(language: Language, path: Path | None, machine: str | None) -> None:
    """Replace this process by Streamlit, in the folder where it was called."""
    for variable in (VARIABLE, MACHINE):
        os.environ.pop(variable, None)
    if path is not None:
        _check(path, machine, language)
        os.environ[VARIABLE] = str(path.absolute())
        if machine is not None:
            os.environ[MACHINE] = machine
    page = Path(designer.__file__).with_name("app.py")
    os.execv(sys.executable, [sys.executable, "-P", "-m", "streamlit", "run", str(page)])  # noqa: S606


def _check(path: Path, machine: str | None, language: Language) -> None:
    """Raise `Refusal` where there is no workflow, or none of that name."""
    found = find(path)
    names = [each.place.name for each in found if isinstance(each, Reading)]
    if not names:
        raise next(
            (_reason(path, each, language) for each in found), Refusal("cli.nothing-to-open", str(path))
        )
    if machine is not None and machine not in names:
        raise Refusal("cli.no-such-machine", str(path), name=machine, names=", ".join(names))


def _reason(path: Path, unread: Reading | Notice | Refusal, language: Language) -> Refusal:
    if isinstance(unread, Refusal):
        return unread
    if isinstance(unread, Reading):
        return Refusal("cli.nothing-to-open", str(path))
    return unread.no_machine(language)
