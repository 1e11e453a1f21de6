"""What a call's parameters may be: names, kinds and values, nested as the service nests them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

TypeDescription = str | int | Mapping[str, Any]
"""A shape as the data files write it: a plain kind, a number in their table, or a description."""


class TypeTable:
    """The shapes of a data file by number; each is made when it is first asked for, and once."""

    def __init__(self, written: Sequence[Mapping[str, Any]] = ()) -> None:
        self._written = written
        self._made: dict[str | int, ParameterType] = {}

    def type_of(self, written: TypeDescription) -> ParameterType:
        """The shape that is `written` so."""
        if isinstance(written, Mapping):
            return self._described(written)
        if written not in self._made:
            made = (
                ParameterType(written)
                if isinstance(written, str)
                else self._described(self._written[written])
            )
            self._made[written] = made
        return self._made[written]

    def _described(self, description: Mapping[str, Any]) -> ParameterType:
        return ParameterType(
            kind=next(kind for key, kind in _KINDS.items() if key in description),
            required=tuple(description.get("required", ())),
            values=tuple(description.get("enum", ())),
            _members=description.get("members", {}),
            _inner=description.get("list", description.get("map", "any")),
            _table=self,
        )


@dataclass(frozen=True, slots=True)
class ParameterType:
    """One value that a call takes.

    `kind` is "string", "number", "integer", "boolean", "any", "object" (with members), "map" or "list" (both
    with `inner`). `required` are the members that a call cannot leave out; `values` those that a string is
    known to be one of, none where it may be any.
    """

    kind: str
    required: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    _members: Mapping[str, TypeDescription] = field(default_factory=dict, repr=False)
    _inner: TypeDescription = field(default="any", repr=False)
    _table: TypeTable = field(default_factory=TypeTable, repr=False, compare=False)
    _made: dict[str, ParameterType] = field(default_factory=dict, repr=False, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in the service's order; none where the value is no "object"."""
        return tuple(self._members)

    def has(self, name: str) -> bool:
        """True if there is a member of that name."""
        return name in self._members

    def member(self, name: str) -> ParameterType:
        """The shape of a member. Raises KeyError where there is none of that name."""
        if name not in self._made:
            self._made[name] = self._table.type_of(self._members[name])
        return self._made[name]

    @property
    def inner(self) -> ParameterType:
        """The shape of each item of a list, or of each value of a map."""
        return self._table.type_of(self._inner)


_KINDS = {"members": "object", "list": "list", "map": "map", "enum": "string"}
