"""The redrive of an execution: it goes on where it has failed, with all that was done before.

A redriven execution runs anew to the failure, which gives the same events, and goes on from there.
https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from player.core.history import Event
from player.mocks import Mocks

MOST_EVENTS = 24_999
"""The number of events from which on an execution cannot be redriven."""


@dataclass(frozen=True, slots=True)
class Redrive:
    """A redrive of an execution that failed when it had `at` events; `tail` are those by which it ended.

    `mocks` makes those that answer the calls from then on, anew for each run, since mocks count what they
    have given; None for those that did before.
    """

    at: int
    tail: tuple[Event, ...]
    mocks: Callable[[], Mocks] | None = None
