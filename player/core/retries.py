"""Retriers and catchers: which of them handles a failure, and how long a retrier waits."""

from __future__ import annotations

from random import Random

from player.core.failure import DATA_LIMIT, RUNTIME, TIMEOUT, Failure
from schemas.core.paths import Json

MOST_DELAY = 31_622_400.0
"""The longest delay in seconds that a retrier may state."""
_NEVER_ALL = (RUNTIME,)
_NOT_TASK_FAILED = (TIMEOUT, RUNTIME, DATA_LIMIT, "States.QueryEvaluationError")


def matches(names: Json, failure: Failure) -> bool:
    """True if the error names of a retrier or catcher cover a failure."""
    error = failure.error
    if not isinstance(names, list) or error in _NEVER_ALL:
        return False
    if "States.ALL" in names or error in names or (failure.alias and failure.alias in names):
        return True
    return "States.TaskFailed" in names and error not in _NOT_TASK_FAILED


class Retries:
    """The retriers of one visit of a state, each with its own count of attempts.

    https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
    """

    def __init__(self, retriers: Json, random: Random) -> None:
        self._retriers = (
            [one for one in retriers if isinstance(one, dict)] if isinstance(retriers, list) else []
        )
        self._random = random
        self.begin_again()

    @property
    def count(self) -> int:
        """The retries so far, which the context object has as RetryCount."""
        return sum(self._counts)

    def begin_again(self, retries: int = 0) -> None:
        """Count anew, as a redrive does: each retrier after so many retries."""
        self._counts = [retries] * len(self._retriers)

    def retrier(self, failure: Failure) -> int | None:
        """The index of the retrier that handles `failure`; None if none does."""
        handling = (
            index for index, one in enumerate(self._retriers) if matches(one.get("ErrorEquals"), failure)
        )
        return next(handling, None)

    def delay(self, failure: Failure) -> float | None:
        """The seconds until the next attempt; None if there is none."""
        found = self.retrier(failure)
        if found is None or self._counts[found] >= _number(self._retriers[found], "MaxAttempts", 3):
            return None
        retrier, attempt = self._retriers[found], self._counts[found]
        self._counts[found] += 1
        interval, rate = _number(retrier, "IntervalSeconds", 1), _number(retrier, "BackoffRate", 2)
        most = _number(retrier, "MaxDelaySeconds", MOST_DELAY)
        delay = min(_raised(interval, rate, attempt), most, MOST_DELAY)
        return self._random.uniform(0, delay) if retrier.get("JitterStrategy") == "FULL" else delay


def catcher(catchers: Json, failure: Failure) -> tuple[int, dict[str, Json]] | None:
    """The first catcher that handles `failure`, with its index; None if none does."""
    for index, one in enumerate(catchers if isinstance(catchers, list) else []):
        if isinstance(one, dict) and matches(one.get("ErrorEquals"), failure):
            return index, one
    return None


def _raised(interval: float, rate: float, attempt: int) -> float:
    try:
        return float(interval * rate**attempt)
    except OverflowError:
        return MOST_DELAY


def _number(retrier: dict[str, Json], field: str, default: float) -> float:
    value = retrier.get(field, default)
    return float(value) if isinstance(value, int | float) else default
