"""Estimates for the costs: the volume of runs, and durations, attempts and likelihoods of the states."""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.core.coerce import mapping, number
from schemas.core.paths import Json

MOST_ORDERS = 1e12
MOST_MEMORY = 10_240
_MOST_SECONDS = 31_622_400
_MOST_ITEMS = 100_000_000
_MOST_ATTEMPTS = 1_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """The expected needs of a state; None where nobody has said.

    `seconds` is the duration of one attempt, `attempts` their number on average, `items` those of a Map.
    `likelihoods` has the share of runs (0 to 1) that go on to a state, by its uid.
    """

    seconds: float | None = None
    attempts: float | None = None
    items: float | None = None
    likelihoods: dict[str, float] = field(default_factory=dict)


UNESTIMATED = Estimate()
"""The estimate of a state of which nobody has said anything."""


@dataclass(frozen=True, slots=True)
class Volume:
    """The runs a month, and the memory in MB that an Express run needs; None where nobody has said."""

    orders_per_month: float | None = None
    memory: float | None = None


def read_estimate(value: Json) -> Estimate:
    """The estimate in JSON; what is missing or invalid is None. Never raises."""
    fields = mapping(value)
    shares = {uid: number(share, 1) for uid, share in mapping(fields.get("likelihoods")).items()}
    attempts = _amount(fields.get("attempts"), _MOST_ATTEMPTS)
    return Estimate(
        seconds=_amount(fields.get("seconds"), _MOST_SECONDS),
        attempts=attempts if attempts is not None and attempts >= 1 else None,
        items=_amount(fields.get("items"), _MOST_ITEMS),
        likelihoods={uid: share for uid, share in shares.items() if share is not None and share >= 0},
    )


def read_volume(value: Json) -> Volume:
    """The volume in JSON; what is missing or invalid is None. Never raises."""
    fields = mapping(value)
    return Volume(
        _amount(fields.get("ordersPerMonth"), MOST_ORDERS), _amount(fields.get("memory"), MOST_MEMORY)
    )


def _amount(value: Json, bound: float) -> float | None:
    found = number(value, bound)
    return found if found is not None and found >= 0 else None
