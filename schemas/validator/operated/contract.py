"""The fields of the input contract: those that name a price, and where a machine reads them first."""

from __future__ import annotations

import re

from schemas.asl.dataflow.reads import reads
from schemas.asl.dataflow.shapes import Scalar, Unknown
from schemas.core.paths import Path
from schemas.sidecar.input_contract import InputField
from schemas.validator.operated.machine import OperatedMachine

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_PRICES = frozenset(
    {
        "amount", "amounts", "charge", "cost", "costs", "discount", "fee", "fees", "kakaku", "kingaku",
        "payment", "price", "prices", "subtotal", "tax", "total", "totals",
    }
)  # fmt: skip
_NO_PRICES = frozenset(
    {"at", "by", "count", "id", "items", "key", "method", "number", "quantity", "time", "type"}
)
_PRICES_JA = re.compile("金額|価格|合計|小計|総額|値段|料金|単価|代金|送料|割引|税")
_NO_TYPES = ("boolean", "object")


def names_price(path: str, field: InputField) -> bool:
    """True if the last name in a field's path speaks of a price, a total or an amount."""
    if field.type in _NO_TYPES:
        return False
    name = path.replace("[]", "").replace("[*]", "").rpartition(".")[2]
    words = {word.lower() for word in _WORD.findall(name)}
    is_price = not _PRICES.isdisjoint(words) and _NO_PRICES.isdisjoint(words)
    return is_price or _PRICES_JA.search(name) is not None


def first_read(operated: OperatedMachine, path: str) -> Path:
    """The place of the first expression that reads this very field; the machine's if none does."""
    followed = operated.dataflow
    for state in operated.machine.states if followed else ():
        visit = followed.visits.get(state.path) if followed else None
        for each in reads(visit) if visit else ():
            if isinstance(each.shape, Scalar | Unknown) and each.shape.origins == {path}:
                return each.place
    return ()
