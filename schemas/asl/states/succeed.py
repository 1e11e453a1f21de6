"""Succeed: ends the scope well."""

from __future__ import annotations

from schemas.asl.states.kind import StateKind
from schemas.asl.walk import QueryLanguage
from schemas.core.paths import Json


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Succeed needs nothing more."""
    return {"Type": "Succeed"}


KIND = StateKind("Succeed", (), template)
