"""Finds the retrier and the catcher for an error as the service does, and a retrier's delays.

Source: the developer guide of Step Functions, "Handling errors in Step Functions workflows", and public
measurements: each retrier counts for itself, and nothing handles States.Runtime.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import ceil, log
from typing import Literal

from schemas.asl.errors import Handler, handlers
from schemas.asl.walk import State
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json, Path

RUNTIME = "States.Runtime"
TIMEOUTS = frozenset({"States.Timeout", "States.HeartbeatTimeout"})
UNCAUGHT_BY_ALL = frozenset({RUNTIME, "States.DataLimitExceeded", "States.NoChoiceMatched"})
"""The errors that States.ALL and States.TaskFailed do not match.

The service reports a Choice without a match as States.Runtime.
"""

LISTED_DELAYS = 12
MAX_ATTEMPTS = 99_999_999
_LONGEST = 31_622_400.0


@dataclass(frozen=True, slots=True)
class Delay:
    """Seconds until a retry: both are equal without jitter."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Retrying:
    """The retrier that an error is handled by.

    `attempts` is the number of retries; None if the deployment puts it in. `delays` has the first of them, at
    most `LISTED_DELAYS`; `total` is the sum of all, without the time that the attempts themselves take.
    """

    path: Path
    attempts: int | None
    delays: tuple[Delay, ...]
    total: Delay


DataKind = Literal["error", "beside", "input", "output"]


@dataclass(frozen=True, slots=True)
class Caught:
    """The catcher that an error is handled by, and the state `target` that the run goes on with.

    `data`: the "error" replaces the input, stands "beside" it at `place`, is dropped so that the "input" goes
    on, or the catcher makes an "output" of its own, which `place` then has in JSON. `assigned` are the
    variables that it sets, `comment` is its Comment.
    """

    path: Path
    target: str
    data: DataKind
    place: str
    assigned: tuple[str, ...]
    comment: str = ""


def matches(name: Json, error: str) -> bool:
    """True if `name` in an ErrorEquals matches an error."""
    if error == RUNTIME or not isinstance(name, str):
        return False
    if name == error:
        return True
    if name == "States.ALL":
        return error not in UNCAUGHT_BY_ALL
    if name == "States.TaskFailed":
        return error not in UNCAUGHT_BY_ALL and error not in TIMEOUTS
    return name == "States.Timeout" and error in TIMEOUTS


def retrying(state: State, errors: tuple[str, ...]) -> Retrying | None:
    """The first retrier that matches one of the names under which the state fails; None if none does."""
    handler = _first(state, "Retry", errors)
    return None if handler is None else _retrying(handler, _fields(state, handler))


def caught(state: State, errors: tuple[str, ...]) -> Caught | None:
    """The first catcher that matches one of the names under which the state fails; None if none does."""
    handler = _first(state, "Catch", errors)
    if handler is None:
        return None
    fields = _fields(state, handler)
    kind, place = _data(state, fields)
    return Caught(
        handler.path,
        text(fields.get("Next")),
        kind,
        place,
        tuple(sorted(mapping(fields.get("Assign")))),
        text(fields.get("Comment")).strip(),
    )


def _first(state: State, field: str, errors: tuple[str, ...]) -> Handler | None:
    for handler in handlers(state):
        if handler.field == field and any(
            matches(name, error) for name in handler.errors for error in errors
        ):
            return handler
    return None


def _fields(state: State, handler: Handler) -> dict[str, Json]:
    listed = state.fields.get(handler.field)
    return mapping(listed[handler.index]) if isinstance(listed, list) else {}


def _data(state: State, fields: dict[str, Json]) -> tuple[DataKind, str]:
    if state.language == "JSONata":
        output = json.dumps(fields.get("Output"), ensure_ascii=False)
        return ("output", output) if "Output" in fields else ("error", "")
    place = fields.get("ResultPath", "$")
    if place is None:
        return "input", ""
    return ("error", "") if place == "$" else ("beside", text(place))


def _retrying(handler: Handler, fields: dict[str, Json]) -> Retrying:
    attempts = _number(fields, "MaxAttempts", 3.0)
    interval = _number(fields, "IntervalSeconds", 1.0)
    rate = _number(fields, "BackoffRate", 2.0)
    most = _number(fields, "MaxDelaySeconds", _LONGEST)
    if attempts is None or interval is None or rate is None or most is None:
        return Retrying(handler.path, None, (), Delay(0, 0))
    count = int(min(max(attempts, 0), MAX_ATTEMPTS))
    jitter = fields.get("JitterStrategy") == "FULL"
    first, total = _delays(count, max(interval, 0), max(rate, 1), max(most, 0))
    return Retrying(
        handler.path,
        count,
        tuple(Delay(0 if jitter else delay, delay) for delay in first),
        Delay(0 if jitter else total, total),
    )


def _delays(count: int, interval: float, rate: float, most: float) -> tuple[list[float], float]:
    """The first delays, and the sum of all: each is the last one times `rate`, until it is `most`."""
    first = []
    delay = interval
    for _ in range(min(count, LISTED_DELAYS)):
        first.append(min(delay, most))
        delay = min(delay * rate, most)
    if interval == 0 or interval >= most or rate == 1:
        return first, min(interval, most) * count
    growing = min(count, ceil(log(most / interval) / log(rate)))
    return first, interval * (rate**growing - 1) / (rate - 1) + most * (count - growing)


def _number(fields: dict[str, Json], key: str, default: float) -> float | None:
    value = fields.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)
