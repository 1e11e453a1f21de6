"""Parallel: runs its branches at the same time and waits for all of them."""

from __future__ import annotations

from schemas.asl.states.kind import StateKind
from schemas.asl.walk import QueryLanguage
from schemas.core.paths import Json


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Parallel with two empty branches."""
    return {"Type": "Parallel", "Branches": [branch(), branch()], "End": True}


def branch() -> dict[str, Json]:
    """A branch without states; the first state that is added becomes its start."""
    return {"StartAt": "", "States": {}}


KIND = StateKind("Parallel", ("next", "catch"), template, container=True)
