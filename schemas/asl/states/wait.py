"""Wait: pauses for a number of seconds, or until a timestamp."""

from __future__ import annotations

from schemas.asl.states.kind import StateKind
from schemas.asl.walk import QueryLanguage
from schemas.core.paths import Json


def template(language: QueryLanguage) -> dict[str, Json]:
    """A Wait of one minute."""
    return {"Type": "Wait", "Seconds": 60, "End": True}


KIND = StateKind("Wait", ("next",), template)
