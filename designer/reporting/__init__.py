"""How findings are printed, one format a module: `render(checked, language)` makes the text of all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from designer.report import Report
from schemas.diagnostic import Language
from schemas.registry import modules


@dataclass(frozen=True)
class Checked:
    """A file that was looked at, its text ("" where it could not be read), and what was found in it."""

    file: str
    text: str
    reports: Sequence[Report]


Render = Callable[[Sequence[Checked], Language], str]


def formats() -> dict[str, Render]:
    """Every format by its name."""
    found = modules(sys.modules[__name__])
    return {module.__name__.rpartition(".")[2]: module.render for module in found}


def all_reports(checked: Sequence[Checked]) -> list[Report]:
    """The findings of all files."""
    return [report for file in checked for report in file.reports]
