"""Succeed: ends the scope well."""

from __future__ import annotations

from schemas.paths import Json
from schemas.states.kind import StateKind
from schemas.walk import QueryLanguage


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Succeed needs nothing more."""
    return {"Type": "Succeed"}


KIND = StateKind("Succeed", (), template)
