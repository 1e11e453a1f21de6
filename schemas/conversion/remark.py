"""Remarks on a conversion: decisions that it made, and points that people still have to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from schemas.core.diagnostic import Language, message_text

Kind = Literal["open", "decided"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One decision (or open point) of a conversion, about a card and about a state.

    `code` names its message in `schemas/core/messages/`, and `params` are the values in that. `card` and
    `state` are uids; empty where there is none.
    """

    kind: Kind
    code: str
    card: str = ""
    state: str = ""
    params: Mapping[str, str] = field(default_factory=dict)

    def message(self, language: Language) -> str:
        """The remark in words."""
        return message_text(self.code, self.params, language)


class Remarks:
    """The remarks of a conversion, in the order in which they arise, each once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str, tuple[tuple[str, str], ...]], Remark] = {}

    def decided(self, code: str, card: str = "", state: str = "", /, **params: str) -> None:
        """Add a decision that was made."""
        self._add(Remark("decided", code, card, state, params))

    def open(self, code: str, card: str = "", state: str = "", /, **params: str) -> None:
        """Add a point that is open."""
        self._add(Remark("open", code, card, state, params))

    def all(self) -> tuple[Remark, ...]:
        """The open points, then the decisions."""
        found = self._found.values()
        return (
            *(remark for remark in found if remark.kind == "open"),
            *(remark for remark in found if remark.kind == "decided"),
        )

    def _add(self, remark: Remark) -> None:
        key = (remark.code, remark.card, remark.state, tuple(sorted(remark.params.items())))
        self._found.setdefault(key, remark)
