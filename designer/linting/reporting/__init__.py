"""How findings are printed, one format a module: `render(checked, language)` makes the text of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from designer.linting.report import Report
from schemas.core.diagnostic import Language


@dataclass(frozen=True)
class Checked:
    """A file that was looked at, its text ("" where it could not be read), and what was found in it."""

    file: str
    text: str
    reports: Sequence[Report]


Render = Callable[[Sequence[Checked], Language], str]


def formats() -> list[str]:
    """The names of the formats."""
    return sorted(module.name for module in iter_modules(__path__))


def renderer(format: str) -> Render:
    """What prints in the format of that name; its module is imported only when it is asked for."""
    render: Render = import_module(f"{__name__}.{format}").render
    return render


def all_reports(checked: Sequence[Checked]) -> list[Report]:
    """The findings of all files."""
    return [report for file in checked for report in file.reports]
