"""Wait: lets virtual time pass."""

from __future__ import annotations

from datetime import datetime

from player.core.failure import runtime
from player.core.scheduler import Until
from player.expressions.jsonata import is_expression
from player.expressions.path import NoValue
from player.states.kind import StateKind, Steps, step
from player.visits import data_flow
from player.visits.frame import Visit
from schemas.asl.expressions.timestamp import is_timestamp
from schemas.core.paths import Json

MOST_SECONDS = 2**31
"""The longest delay that the service accepts."""


def attempt(visit: Visit) -> Steps:
    """Sleep for the seconds, or until the timestamp."""
    now = visit.frame.run.scheduler.now
    time = _time(visit, now)
    if time - now > MOST_SECONDS:
        raise runtime("Wait state delay is too long.")
    yield Until(max(now, time))
    return step(visit, *data_flow.passed_on(visit))


def _time(visit: Visit, now: float) -> float:
    state = visit.state
    if "Timestamp" in state or "TimestampPath" in state:
        return _timestamp(visit)
    value, path = state.get("Seconds"), state.get("SecondsPath")
    if isinstance(path, str):
        value = _at(visit, "SecondsPath", path)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise runtime(
                f"The SecondsPath parameter references a value that is not a number: {path} == {value}"
            )
        if value < 0:
            raise runtime(f"The SecondsPath parameter references a negative value: {path} == {value}")
        return now + min(value, MOST_SECONDS + 1)
    return now + (data_flow.number(visit, "Seconds", visit.input) or 0)


def _timestamp(visit: Visit) -> float:
    path, value = visit.state.get("TimestampPath"), visit.state.get("Timestamp")
    if isinstance(path, str):
        value = _at(visit, "TimestampPath", path)
    elif isinstance(value, str) and is_expression(value):
        value = visit.query(value, "Timestamp")
    if not isinstance(value, str) or not is_timestamp(value):
        raise runtime(
            "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time "
            f"format string: {path or '$'} == {value}"
        )
    return datetime.fromisoformat(value).timestamp()


def _at(visit: Visit, field: str, path: str) -> Json:
    try:
        return visit.scope(data_flow.effective_input(visit)).at(path)
    except NoValue as error:
        raise runtime(f"The {field} parameter does not reference an input value: {path}") from error


KIND = StateKind("Wait", attempt)
