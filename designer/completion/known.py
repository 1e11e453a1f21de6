"""The knowledge of a value that an expression may read: the value itself, its shape, or the names in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from player.core.written import shortened
from schemas.asl.dataflow.shapes import ANYTHING, ListOf, Record, Shape
from schemas.core.paths import Json

LONGEST = 60
"""Characters of a value that are shown beside its name."""
ITEM = "*"
"""The step into each item of an array."""

Step = str | int


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is really there."""

    value: Json

    @property
    def text(self) -> str:
        """The value in short."""
        return shortened(self.value, LONGEST)

    @property
    def members(self) -> Mapping[str, Known]:
        """The members of an object; none of any other value."""
        value = self.value if isinstance(self.value, dict) else {}
        return {name: Value(inner) for name, inner in value.items()}

    @property
    def item(self) -> Known | None:
        """The first item of an array; None of any other value."""
        return Value(self.value[0] if self.value else None) if isinstance(self.value, list) else None


@dataclass(frozen=True, slots=True)
class Expected:
    """A value of which the shape is known before a run."""

    shape: Shape

    @property
    def text(self) -> str:
        """The kind of a value with further values in it; else none."""
        return "{ }" if isinstance(self.shape, Record) else "[ ]" if isinstance(self.shape, ListOf) else ""

    @property
    def members(self) -> Mapping[str, Known]:
        """The members that an object may have."""
        members = self.shape.members if isinstance(self.shape, Record) else {}
        return {name: Expected(member.shape) for name, member in members.items()}

    @property
    def item(self) -> Known | None:
        """The item of an array; None of any other value."""
        return Expected(self.shape.item) if isinstance(self.shape, ListOf) else None


@dataclass(frozen=True, slots=True)
class Named:
    """An object of the service's own, with members of these names."""

    members: Mapping[str, Known] = field(default_factory=dict)
    text: str = ""
    item: None = None


Known = Value | Expected | Named

UNKNOWN: Known = Expected(ANYTHING)


def followed(known: Known, steps: tuple[Step, ...], maps_lists: bool) -> Known | None:
    """Follow steps into a value; with `maps_lists` a name is looked up in each item of an array."""
    found: Known | None = known
    for step in steps:
        if found is None:
            return None
        if isinstance(step, int) or step == ITEM:
            found = found.item or (found if maps_lists else None)
        else:
            found = (_item(found) if maps_lists else found).members.get(step)
    return found if found is None or not maps_lists else _item(found)


def _item(known: Known) -> Known:
    while known.item is not None:
        known = known.item
    return known
