"""The prices of Step Functions: one dated file, which a person may replace by one of the same form."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from schemas.core.coerce import mapping, number, text
from schemas.core.paths import Json

FILE = Path(__file__).with_name("prices.json")
"""The file of this version, see its `date`."""

MOST_BYTES = 1_000_000
_HIGHEST = 1e9


class BadPrices(Exception):
    """A price file cannot be used; `at` is the member that is wrong, "" for the whole, `why` a code."""

    def __init__(self, why: str, at: str = "", expected: str = "") -> None:
        super().__init__(f"{why} {at}")
        self.why = why
        self.at = at
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Tier:
    """The price of a GB-hour up to a number of GB-hours in the month; the last tier has no end."""

    up_to: float
    price: float


@dataclass(frozen=True, slots=True)
class RegionPrices:
    """The prices of a region, for one transition, one request and one GB-hour."""

    per_transition: float
    per_request: float
    per_gb_hour: tuple[Tier, ...]


@dataclass(frozen=True, slots=True)
class Prices:
    """All prices, with their date and source.

    `transitions_per_execution` are counted for the start of an execution, beside those of its states.
    `rates` has what one unit of the currency is in others, where the file says so.
    """

    date: str
    source: str
    currency: str
    transitions_per_execution: float
    free_transitions: float
    regions: dict[str, RegionPrices]
    rates: dict[str, float] = field(default_factory=dict)

    def of(self, region: str) -> tuple[str, RegionPrices]:
        """The prices of `region`, or else those of the first region in the file, with its name."""
        found = self.regions.get(region)
        return (region, found) if found else next(iter(self.regions.items()))


@cache
def usual_prices() -> Prices:
    """The prices of the file that comes with the project."""
    return read_prices(FILE.read_text(encoding="utf-8"))


def load_prices(path: Path) -> Prices:
    """Read the price file at `path`. Raises `BadPrices`, and `OSError` where it cannot be read."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise BadPrices("too-large")
    try:
        return read_prices(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadPrices("not-json") from error


def read_prices(written: str) -> Prices:
    """Read prices from JSON; each must be a number of at least 0. Raises `BadPrices`."""
    try:
        fields = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise BadPrices("not-json") from error
    if not isinstance(fields, dict):
        raise BadPrices("not-json")
    regions = {name: _region(mapping(value), name) for name, value in mapping(fields.get("regions")).items()}
    if not regions:
        raise BadPrices("missing", "regions", "{…}")
    rates = mapping(fields.get("rates"))
    return Prices(
        date=_text(fields, "date"),
        source=text(fields.get("source")),
        currency=text(fields.get("currency")) or "USD",
        transitions_per_execution=_amount(fields, "transitionsPerExecution", "", 1),
        free_transitions=_amount(fields, "freeTransitions", "", 0),
        regions=regions,
        rates={name: _amount(rates, name, "rates.") for name in rates},
    )


def _region(fields: dict[str, Json], name: str) -> RegionPrices:
    at = f"regions.{name}."
    tiers = fields.get("perGBHour")
    if not isinstance(tiers, list) or not tiers:
        raise BadPrices("missing", f"{at}perGBHour", "[…]")
    return RegionPrices(
        _amount(fields, "perTransition", at),
        _amount(fields, "perRequest", at),
        tuple(_tiers(tiers, f"{at}perGBHour")),
    )


def _tiers(tiers: list[Json], at: str) -> Iterator[Tier]:
    """The tiers, each beginning where the one before it ends; the last one has no end."""
    reached = 0.0
    for index, each in enumerate(tiers):
        fields, place = mapping(each), f"{at}[{index}]."
        is_last = index == len(tiers) - 1
        up_to = math.inf if is_last else _amount(fields, "upTo", place)
        if up_to <= reached:
            raise BadPrices("not-ascending", f"{place}upTo")
        reached = up_to
        yield Tier(up_to, _amount(fields, "price", place))


def _amount(fields: dict[str, Json], name: str, at: str, default: float | None = None) -> float:
    if name not in fields and default is not None:
        return default
    found = number(fields.get(name), _HIGHEST)
    if found is None or found < 0:
        raise BadPrices("no-amount", f"{at}{name}", "0.000025")
    return found


def _text(fields: dict[str, Json], name: str) -> str:
    found = text(fields.get(name))
    if not found:
        raise BadPrices("missing", name, '"2026-11-29"')
    return found
