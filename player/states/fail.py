"""Fail: ends the execution with an error."""

from __future__ import annotations

from player.core.failure import Failure
from player.states.kind import StateKind, Steps
from player.visits.frame import Visit
from schemas.core.paths import Json


def attempt(visit: Visit) -> Steps:
    """Raise the error of the state."""
    failure = Failure(_text(visit, "Error"), _text(visit, "Cause"))
    failure.at_state = True
    raise failure
    yield


def _text(visit: Visit, field: str) -> str | None:
    value: Json = visit.state.get(field)
    if f"{field}Path" in visit.state:
        value = visit.scope(visit.input).field(str(visit.state[f"{field}Path"]), f"{field}Path")
    elif visit.language == "JSONata" and value is not None:
        value = visit.query(value, field)
    return value if isinstance(value, str) else None


KIND = StateKind("Fail", attempt, has_exit=False)
