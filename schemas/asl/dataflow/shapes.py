"""Abstract values: as much of a JSON value as is known before a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Literal

from schemas.core.paths import Json
from schemas.core.placeholder import is_placeholder

Presence = Literal["always", "sometimes", "maybe"]
"""The certainty of a member: there in all cases, missing on a certain path, or not known to be there."""

NOWHERE: frozenset[str] = frozenset()
DEEPEST = 12
"""The depth of members below which nothing is known, so that a loop which nests its data comes to an end."""
MOST_MEMBERS = 200
"""The number of members above which nothing is known of an object."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Any value. `origins` are the fields of the input contract that it may be or be made of."""

    origins: frozenset[str] = NOWHERE


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number, boolean or null, which has no members."""

    origins: frozenset[str] = NOWHERE


@dataclass(frozen=True, slots=True)
class ListOf:
    """An array of any length, with what is known of all of its items."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Record:
    """An object that has these members and no others."""

    members: Mapping[str, Member] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Member:
    """The value of a member, and its certainty."""

    shape: Shape
    presence: Presence = "always"


Shape = Unknown | Scalar | ListOf | Record

ANYTHING = Unknown()
TEXT = Scalar()
EMPTY = Record({})


def record(**members: Shape) -> Record:
    """An object with these members in all cases."""
    return Record({name: Member(shape) for name, shape in members.items()})


def shape_of(value: Json) -> Shape:
    """The shape of a constant; what the deployment puts in is unknown."""
    if is_placeholder(value):
        return ANYTHING
    if isinstance(value, dict):
        return Record({key: Member(shape_of(item)) for key, item in value.items()})
    if isinstance(value, list):
        return ListOf(any_of(map(shape_of, value)))
    return TEXT


def join(one: Shape, other: Shape) -> Shape:
    """The shape of a value that has one of two: what comes of two paths that meet."""
    if one is other or one == other:
        return one
    if isinstance(one, Record) and isinstance(other, Record):
        return _joined(one, other)
    if isinstance(one, ListOf) and isinstance(other, ListOf):
        return ListOf(settled(join(one.item, other.item)))
    origins = origins_in(one) | origins_in(other)
    return Scalar(origins) if isinstance(one, Scalar) and isinstance(other, Scalar) else Unknown(origins)


def any_of(shapes: Iterable[Shape]) -> Shape:
    """The shape of a value that has one of these, such as an item of an array; unknown for none."""
    found = list(shapes)
    return settled(reduce(join, found)) if found else ANYTHING


def settled(shape: Shape) -> Shape:
    """The shape with members that are missing on a path as members of which nothing is certain."""
    if isinstance(shape, ListOf):
        return ListOf(settled(shape.item))
    if not isinstance(shape, Record):
        return shape
    return Record(
        {
            name: Member(settled(member.shape), "always" if member.presence == "always" else "maybe")
            for name, member in shape.members.items()
        }
    )


def merged(one: Shape, other: Shape) -> Shape:
    """The shape of two objects put together, the members of the second over those of the first."""
    if not isinstance(one, Record) or not isinstance(other, Record):
        return Unknown(origins_in(one) | origins_in(other))
    members = dict(one.members)
    for name, member in other.members.items():
        before = members.get(name)
        if before is None or member.presence == "always":
            members[name] = member
        else:
            members[name] = Member(join(before.shape, member.shape), before.presence)
    return Record(members)


def origins_in(shape: Shape) -> frozenset[str]:
    """The fields of the input contract that the value may hold, at any depth."""
    if isinstance(shape, Record):
        return NOWHERE.union(*(origins_in(member.shape) for member in shape.members.values()))
    return origins_in(shape.item) if isinstance(shape, ListOf) else shape.origins


def bounded(shape: Shape, depth: int = DEEPEST) -> Shape:
    """The shape down to a depth and a size; what is deeper or larger is unknown."""
    if isinstance(shape, ListOf):
        return ListOf(bounded(shape.item, depth - 1)) if depth else Unknown(origins_in(shape))
    if not isinstance(shape, Record):
        return shape
    if not depth or len(shape.members) > MOST_MEMBERS:
        return Unknown(origins_in(shape))
    return Record(
        {
            name: Member(bounded(member.shape, depth - 1), member.presence)
            for name, member in shape.members.items()
        }
    )


def _joined(one: Record, other: Record) -> Record:
    members: dict[str, Member] = {}
    for name in {**one.members, **other.members}:
        first, second = one.members.get(name), other.members.get(name)
        if first is not None and second is not None:
            members[name] = Member(join(first.shape, second.shape), _less_certain(first, second))
        else:
            only = first or second
            if only is not None:
                members[name] = Member(only.shape, "sometimes")
    return Record(members)


def _less_certain(one: Member, other: Member) -> Presence:
    presences = {one.presence, other.presence}
    if "sometimes" in presences:
        return "sometimes"
    return "maybe" if "maybe" in presences else "always"
