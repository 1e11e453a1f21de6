"""Pass: returns its input, or fixed data."""

from __future__ import annotations

from schemas.asl.states.kind import StateKind
from schemas.asl.walk import QueryLanguage
from schemas.core.paths import Json


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Pass that returns its input unchanged."""
    return {"Type": "Pass", "End": True}


KIND = StateKind("Pass", ("next",), template)
