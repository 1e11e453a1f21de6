"""Fail: ends the machine with an error."""

from __future__ import annotations

from schemas.asl.states.kind import StateKind
from schemas.asl.walk import QueryLanguage
from schemas.core.paths import Json


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Fail; it needs no further fields."""
    return {"Type": "Fail"}


KIND = StateKind("Fail", (), template)
