"""Fail: ends the machine with an error."""

from __future__ import annotations

from schemas.paths import Json
from schemas.states.kind import StateKind
from schemas.walk import QueryLanguage


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Fail needs nothing more."""
    return {"Type": "Fail"}


KIND = StateKind("Fail", (), template)
