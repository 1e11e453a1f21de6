"""`designer app`: starts the designer in the browser."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

import designer
from designer.base.words import word
from schemas.core.diagnostic import Language


def build(language: Language) -> click.Command:
    """The command, with its words in `language`."""
    return click.Command("app", help=word(language, "cli.app"), callback=_run)


def _run() -> None:
    """Replace this process by Streamlit, in the folder where it was called."""
    page = Path(designer.__file__).with_name("app.py")
    os.execv(sys.executable, [sys.executable, "-P", "-m", "streamlit", "run", str(page)])  # noqa: S606
