"""The redrive of an execution: it goes on where it has failed, with all that was done before.

A redriven execution runs anew to the failure, which gives the same events, and goes on from there.
https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from player.core.history import Event
from player.mocks import Mocks
from schemas.core.paths import Json

MOST_EVENTS = 24_999
"""The number of events from which on an execution cannot be redriven."""


@dataclass(frozen=True, slots=True)
class Redrive:
    """A redrive of an execution that failed when it had `at` events; `tail` are those by which it ended.

    `mocks` are those that answer the calls from then on, in any form that a person writes; None for those
    that did before. They are read anew for each run, since mocks count what they have given.
    """

    at: int
    tail: tuple[Event, ...]
    mocks: Mocks | Mapping[str, Json] | None = None
