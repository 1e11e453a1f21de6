"""The error handlers of a state: its retriers (Retry) and catchers (Catch)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.asl.state_cache import cached_on_state
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.paths import Json, Path

PREDEFINED = frozenset({
    "States.ALL", "States.BranchFailed", "States.DataLimitExceeded", "States.ExceedToleratedFailureThreshold",
    "States.HeartbeatTimeout", "States.IntrinsicFailure", "States.ItemReaderFailed", "States.NoChoiceMatched",
    "States.ParameterPathFailure", "States.Permissions", "States.QueryEvaluationError",
    "States.ResultPathMatchFailure", "States.ResultWriterFailed", "States.Runtime", "States.TaskFailed",
    "States.Timeout",
})  # fmt: skip
"""The error names that the service reserves, without the `States.Http.…` names of HTTP status codes."""


@dataclass(frozen=True, slots=True)
class Handler:
    """One retrier or catcher.

    `field` is Retry or Catch, `index` its index there; `followers` is the number of handlers after it;
    `errors` is its ErrorEquals.
    """

    field: str
    path: Path
    index: int
    followers: int
    errors: list[Json]

    @property
    def names(self) -> Iterator[tuple[Path, str]]:
        """The error names in ErrorEquals, with their paths."""
        for index, name in enumerate(self.errors):
            if isinstance(name, str):
                yield (*self.path, "ErrorEquals", index), name

    @property
    def catches_all(self) -> bool:
        """True if ErrorEquals has States.ALL."""
        return "States.ALL" in self.errors


def catches_all(fields: Json) -> bool:
    """True if the ErrorEquals of these fields of a retrier or catcher has States.ALL."""
    errors = mapping(fields).get("ErrorEquals")
    return isinstance(errors, list) and "States.ALL" in errors


@cached_on_state
def handlers(state: State) -> tuple[Handler, ...]:
    """The retriers and catchers of a state whose ErrorEquals is a list, in the order of the text."""
    return tuple(_handlers(state))


def _handlers(state: State) -> Iterator[Handler]:
    for field in ("Retry", "Catch"):
        items = state.fields.get(field)
        for index, item in enumerate(items if isinstance(items, list) else []):
            errors = item.get("ErrorEquals") if isinstance(item, dict) else None
            if isinstance(items, list) and isinstance(errors, list):
                yield Handler(field, (*state.path, field, index), index, len(items) - index - 1, errors)
