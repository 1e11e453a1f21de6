"""The warnings about exported files, on the error output."""

from __future__ import annotations

from collections.abc import Iterable

import click

from designer.linting.report import Report
from exporters import Artifact
from schemas.core.diagnostic import Language


def tell_warnings(artifacts: Iterable[Artifact], language: Language) -> None:
    """Print a line for each warning."""
    for artifact in artifacts:
        for warning in artifact.warnings:
            click.echo(Report.of(artifact.path, warning, language).text(language), err=True)
