"""The types of call parameters: kinds, members and allowed values, nested like those of the service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

TypeDescription = str | int | Mapping[str, Any]
"""A type in a data file: the name of a simple kind, an index into the file's table, or a description."""


class TypeTable:
    """The types of a data file by index; each is built when it is first needed, and only once."""

    def __init__(self, descriptions: Sequence[Mapping[str, Any]] = ()) -> None:
        self._descriptions = descriptions
        self._made: dict[str | int, ParameterType] = {}

    def type_of(self, description: TypeDescription) -> ParameterType:
        """The type for a description in the data file."""
        if isinstance(description, Mapping):
            return self._build(description)
        if description not in self._made:
            made = (
                ParameterType(description)
                if isinstance(description, str)
                else self._build(self._descriptions[description])
            )
            self._made[description] = made
        return self._made[description]

    def _build(self, description: Mapping[str, Any]) -> ParameterType:
        return ParameterType(
            kind=next(kind for key, kind in _KINDS.items() if key in description),
            required=tuple(description.get("required", ())),
            values=tuple(description.get("enum", ())),
            roles=tuple(description.get("roles", ())),
            profiles=tuple(description.get("profiles", ())),
            old=tuple(description.get("old", ())),
            _members=description.get("members", {}),
            _inner=description.get("list", description.get("map", "any")),
            _table=self,
        )


@dataclass(frozen=True, slots=True)
class ParameterType:
    """The type of one parameter.

    `kind` is "string", "timestamp", "number", "integer", "boolean", "any", "object" (with members), "map" or
    "list" (both with `inner`). `required` are the members that must be given. `values` are the allowed values
    of a string; empty if any string is allowed. `roles` are the members that hold a role for the service to
    take on, `profiles` those that hold an instance profile; `old` are those that should no longer be used.
    """

    kind: str
    required: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    _members: Mapping[str, TypeDescription] = field(default_factory=dict, repr=False)
    _inner: TypeDescription = field(default="any", repr=False)
    _table: TypeTable = field(default_factory=TypeTable, repr=False, compare=False)
    _made: dict[str, ParameterType] = field(default_factory=dict, repr=False, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in the order of the service; none if the type is no "object"."""
        return tuple(self._members)

    def has(self, name: str) -> bool:
        """True if the type has a member `name`."""
        return name in self._members

    def member(self, name: str) -> ParameterType:
        """The type of the member `name`. Raises KeyError if there is no such member."""
        if name not in self._made:
            self._made[name] = self._table.type_of(self._members[name])
        return self._made[name]

    @property
    def inner(self) -> ParameterType:
        """The type of the items of a list, or of the values of a map."""
        return self._table.type_of(self._inner)


_KINDS = {"members": "object", "list": "list", "map": "map", "enum": "string"}
