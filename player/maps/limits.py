"""The numbers of a Map: concurrency and tolerated failures."""

from __future__ import annotations

from player.core.failure import Failure, runtime
from player.core.written import written
from player.visits import data_flow
from player.visits.frame import Visit
from schemas.core.paths import Json


def concurrency(visit: Visit, input: Json) -> int:
    """The greatest number of iterations at a time; 0 for no limit of its own. Raises `Failure`."""
    if "MaxConcurrencyPath" in visit.state:
        value = visit.scope(input).path(str(visit.state["MaxConcurrencyPath"]))
        if isinstance(value, str) and value.isdigit():
            return int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            text = value if isinstance(value, str) else written(value)
            raise runtime(
                f'The MaxConcurrencyPath field refers to value "{text}" which is not a valid integer: '
                f"{visit.state['MaxConcurrencyPath']}"
            )
        return value
    return int(data_flow.number(visit, "MaxConcurrency", input) or 0)


def tolerated(visit: Visit, input: Json, count: int) -> float:
    """The greatest number of items of `count` that may fail. Raises `Failure`."""
    limits: list[float] = []
    failures = tolerance(visit, "ToleratedFailureCount", input)
    if failures is not None:
        if failures < 0:
            raise runtime("ToleratedFailureCount cannot be negative.")
        limits.append(failures)
    share = tolerance(visit, "ToleratedFailurePercentage", input)
    if share is not None:
        if not 0 <= share <= 100:
            raise runtime("ToleratedFailurePercentage must be between 0 and 100.")
        limits.append(count * share / 100)
    return min(limits, default=0)


def threshold_exceeded() -> Failure:
    """The failure of a Map of whose items more have failed than are tolerated."""
    return Failure(
        "States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded"
    )


def tolerance(visit: Visit, field: str, input: Json) -> float | None:
    """The number in `ToleratedFailureCount` or `ToleratedFailurePercentage`, or in their paths; None without.

    Raises `Failure`.
    """
    whole = field == "ToleratedFailureCount"
    path = visit.state.get(f"{field}Path")
    if not isinstance(path, str):
        return data_flow.number(visit, field, input)
    value = visit.scope(input).path(path)
    if isinstance(value, str) and value.replace(".", "", 1).isdigit():
        return float(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and (not whole or value == int(value)):
        return float(value)
    text = value if isinstance(value, str) else written(value)
    name = "integer" if whole else "float"
    raise runtime(f'The {field}Path field refers to value "{text}" which is not a valid {name}: {path}')
