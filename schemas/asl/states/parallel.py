"""Parallel: runs its branches at the same time and waits for all of them."""

from __future__ import annotations

from schemas.asl.states.kind import StateKind
from schemas.asl.walk import QueryLanguage
from schemas.core.paths import Json


def template(language: QueryLanguage) -> dict[str, Json]:
    """Two branches to put states into."""
    return {"Type": "Parallel", "Branches": [branch(), branch()], "End": True}


def branch() -> dict[str, Json]:
    """A branch without states; the first one put in becomes its start."""
    return {"StartAt": "", "States": {}}


KIND = StateKind("Parallel", ("next", "catch"), template, container=True)
