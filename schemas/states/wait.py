"""Wait: pauses for a time, or until one."""

from __future__ import annotations

from schemas.paths import Json
from schemas.states.kind import StateKind
from schemas.walk import QueryLanguage


def template(language: QueryLanguage) -> dict[str, Json]:
    """A pause of one minute."""
    return {"Type": "Wait", "Seconds": 60, "End": True}


KIND = StateKind("Wait", ("next",), template)
