"""Succeed: ends the scope successfully."""

from __future__ import annotations

from schemas.asl.states.kind import StateKind
from schemas.asl.walk import QueryLanguage
from schemas.core.paths import Json


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Succeed; it needs no further fields."""
    return {"Type": "Succeed"}


KIND = StateKind("Succeed", (), template)
