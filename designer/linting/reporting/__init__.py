"""Formats of the printed reports, one module each: `render(checked, language)` makes the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from designer.linting.report import Report
from schemas.core.diagnostic import Language
from schemas.core.registry import module_names


@dataclass(frozen=True)
class CheckedFile:
    """A file that was checked, its text ("" where it could not be read), and its reports."""

    file: str
    text: str
    reports: Sequence[Report]


Render = Callable[[Sequence[CheckedFile], Language], str]


def formats() -> list[str]:
    """The names of the formats."""
    return module_names(__path__)


def renderer(format: str) -> Render:
    """The function that renders the format of that name; only its module is imported."""
    render: Render = import_module(f"{__name__}.{format}").render
    return render


def all_reports(checked: Sequence[CheckedFile]) -> list[Report]:
    """The reports of all files."""
    return [report for file in checked for report in file.reports]
