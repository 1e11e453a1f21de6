"""The failure of a state: an error name and a cause, which retriers and catchers handle."""

from __future__ import annotations

from schemas.core.paths import Json

RUNTIME = "States.Runtime"
QUERY_EVALUATION = "States.QueryEvaluationError"
DATA_LIMIT = "States.DataLimitExceeded"
TIMEOUT = "States.Timeout"
HEARTBEAT = "States.HeartbeatTimeout"
"""The name by which retriers and catchers may also mean a timeout for want of a heartbeat."""


class Failure(Exception):
    """A state has failed with `error`, because of `cause`; either may be missing.

    `at_state` is false as long as the cause does not name the state in which it arose. `location` is the
    field of a JSONata expression that failed, such as "Output/total". `alias` is another name of the error.
    """

    def __init__(
        self,
        error: str | None,
        cause: str | None = None,
        *,
        location: str | None = None,
        alias: str | None = None,
    ) -> None:
        super().__init__(error, cause)
        self.error = error
        self.cause = cause
        self.location = location
        self.alias = alias
        self.at_state = not (error == RUNTIME or location is not None)
        self.origin = 0
        """The number of events by which it arose in a state that did not handle it."""

    @property
    def output(self) -> dict[str, Json]:
        """The error output that a catcher receives."""
        return {"Error": self.error, "Cause": self.cause}

    @property
    def details(self) -> dict[str, Json]:
        """The details of the events that report the failure: what is missing is left out."""
        found = {"error": self.error, "cause": self.cause}
        return {key: value for key, value in found.items() if value is not None}


def runtime(cause: str) -> Failure:
    """A failure of the state itself, which nothing retries or catches."""
    return Failure(RUNTIME, cause)
