"""Formats of the results of cases, one module each: `render(tested, language)` makes the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module

from player.cases.case import CaseResult
from player.cases.coverage import Covered
from schemas.core.diagnostic import Language
from schemas.core.paths import Json
from schemas.core.registry import module_names


@dataclass(frozen=True)
class TestedWorkflow:
    """A workflow whose cases were run: its file, the results, and what of it they cover, by kind."""

    file: str
    name: str
    definition: Mapping[str, Json]
    results: Sequence[CaseResult]
    coverage: Mapping[str, Covered]


Render = Callable[[Sequence[TestedWorkflow], Language], str]


def formats() -> list[str]:
    """The names of the formats."""
    return module_names(__path__)


def renderer(format: str) -> Render:
    """The function that renders the format of that name; only its module is imported."""
    render: Render = import_module(f"{__name__}.{format}").render
    return render
