"""The prices that costs are computed with: a file that a person named, or the one that comes along."""

from __future__ import annotations

import os
from pathlib import Path

from designer.base.refusal import Refusal
from schemas.costs.prices import BadPrices, Prices, load_prices, usual_prices

VARIABLE = "DESIGNER_PRICES"
"""The environment variable that names a price file."""

_SMALL = 0.01


def chosen_prices(file: Path | None = None) -> Prices:
    """The prices in `file`, else in the file that `DESIGNER_PRICES` names, else the usual ones.

    Raises `Refusal` for a file that cannot be read or is no price file.
    """
    named = os.environ.get(VARIABLE)
    path = file or (Path(named) if named else None)
    if path is None:
        return usual_prices()
    try:
        return load_prices(path)
    except BadPrices as bad:
        raise Refusal(f"costs.bad-prices.{bad.why}", str(path), at=bad.at, expected=bad.expected) from bad
    except OSError as error:
        raise Refusal("costs.bad-prices.unreadable", str(path), error=error.strerror or error) from error


def money(amount: float, prices: Prices) -> str:
    """The amount with its currency, and in the others that the price file has rates for."""
    parts = [f"{written(amount, 4 if 0 < amount < _SMALL else 2)} {prices.currency}"]
    parts += [f"{written(amount * rate, 0)} {currency}" for currency, rate in prices.rates.items()]
    return " ≈ ".join(parts)


def written(amount: float, decimals: int = 2) -> str:
    """The number with separators of thousands."""
    return f"{amount:,.{decimals}f}"
