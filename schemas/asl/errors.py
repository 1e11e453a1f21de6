"""How a state answers errors: its retriers and catchers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.asl.state_cache import cached_on_state
from schemas.asl.walk import State
from schemas.core.paths import Json, Path

PREDEFINED = frozenset({
    "States.ALL", "States.BranchFailed", "States.DataLimitExceeded", "States.ExceedToleratedFailureThreshold",
    "States.HeartbeatTimeout", "States.IntrinsicFailure", "States.ItemReaderFailed", "States.NoChoiceMatched",
    "States.ParameterPathFailure", "States.Permissions", "States.QueryEvaluationError",
    "States.ResultPathMatchFailure", "States.ResultWriterFailed", "States.Runtime", "States.TaskFailed",
    "States.Timeout",
})  # fmt: skip
"""The errors of the service itself, and the names that stand for several; States.Http.… comes to them."""


@dataclass(frozen=True, slots=True)
class Handler:
    """One retrier or catcher: its field (Retry or Catch), its place there, how many follow, what it names."""

    field: str
    path: Path
    index: int
    followers: int
    errors: list[Json]

    @property
    def catches_all(self) -> bool:
        """Whether it names States.ALL."""
        return "States.ALL" in self.errors


@cached_on_state
def handlers(state: State) -> tuple[Handler, ...]:
    """Every retrier and catcher whose ErrorEquals is a list, in order."""
    return tuple(_handlers(state))


def _handlers(state: State) -> Iterator[Handler]:
    for field in ("Retry", "Catch"):
        items = state.fields.get(field)
        for index, item in enumerate(items if isinstance(items, list) else []):
            errors = item.get("ErrorEquals") if isinstance(item, dict) else None
            if isinstance(items, list) and isinstance(errors, list):
                yield Handler(field, (*state.path, field, index), index, len(items) - index - 1, errors)
