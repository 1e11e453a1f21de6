"""What a call's parameters may be: names, kinds and values, nested as the service nests them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Written = str | int | Mapping[str, Any]
"""A shape as the data files write it: a plain kind, a number in their table, or a description."""


@dataclass(frozen=True)
class Shape:
    """One value that a call takes.

    `kind` is "string", "number", "integer", "boolean", "any", "object" (with `members`), "map" or "list"
    (both with `inner`). A string that is one of a few has `values`.
    """

    written: Written
    table: Sequence[Any] = ()

    @cached_property
    def kind(self) -> str:
        """What sort of JSON the value is."""
        if isinstance(self._described, str):
            return self._described
        return next(kind for key, kind in _KINDS.items() if key in self._described)

    @cached_property
    def members(self) -> Mapping[str, Written]:
        """The parameters by name, in the service's order; empty where the value is no "object"."""
        return dict(self._field("members", {}))

    @property
    def required(self) -> tuple[str, ...]:
        """The members that a call cannot leave out."""
        return tuple(self._field("required", ()))

    @property
    def values(self) -> tuple[str, ...]:
        """The values that the service is known to take; empty where it takes any."""
        return tuple(self._field("enum", ()))

    @property
    def inner(self) -> Shape:
        """The shape of each item of a list, or of each value of a map."""
        return self._of(self._field("list", self._field("map", "any")))

    def member(self, name: str) -> Shape:
        """The shape of a member. Raises KeyError where there is none of that name."""
        return self._of(self.members[name])

    @cached_property
    def _described(self) -> str | Mapping[str, Any]:
        described = self.table[self.written] if isinstance(self.written, int) else self.written
        return described if isinstance(described, str) else dict(described)

    def _field(self, name: str, default: Any) -> Any:  # noqa: ANN401 - a description holds any JSON
        return self._described.get(name, default) if isinstance(self._described, dict) else default

    def _of(self, written: Written) -> Shape:
        return Shape(written, self.table)


_KINDS = {"members": "object", "list": "list", "map": "map", "enum": "string"}
