"""Diagnostics of a file, told on the error stream while the command's result goes to the output."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from designer.linting.report import Report
from schemas.core.diagnostic import Diagnostic, Language


def tell(file: Path, diagnostics: Iterable[Diagnostic], language: Language) -> None:
    """Print a line for each diagnostic, with its place in `file`."""
    for diagnostic in diagnostics:
        click.echo(Report.of(str(file), diagnostic, language).text(language), err=True)
