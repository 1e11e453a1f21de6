"""Pass: hands its input on, or puts data in its place."""

from __future__ import annotations

from schemas.paths import Json
from schemas.states.kind import StateKind
from schemas.walk import QueryLanguage


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Pass that changes nothing."""
    return {"Type": "Pass", "End": True}


KIND = StateKind("Pass", ("next",), template)
