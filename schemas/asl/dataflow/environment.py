"""The values beside the input that expressions of a state read: variables, the context, the result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from schemas.asl.dataflow.access import Reading, Steps, read
from schemas.asl.dataflow.shapes import ANYTHING, Shape, join

_EXECUTION_INPUT = ("Execution", "Input")
_ITEM = ("Map", "Item", "Value")


@dataclass(frozen=True, slots=True)
class Environment:
    """The variables by name (one that is not there may be anything), the execution's input, a Map's item."""

    execution_input: Shape
    item: Shape = ANYTHING
    variables: Mapping[str, Shape] | None = None

    def variable(self, name: str) -> Shape:
        """The value of a variable."""
        return (self.variables or {}).get(name, ANYTHING)

    def context(self, steps: Steps, maps_lists: bool) -> Reading:
        """Follow the steps into the context object."""
        if steps[:2] == _EXECUTION_INPUT:
            reading = read(self.execution_input, steps[2:], maps_lists)
            return replace(reading, missing=reading.missing + 2) if reading.missing else reading
        if steps[:3] == _ITEM:
            reading = read(self.item, steps[3:], maps_lists)
            return replace(reading, missing=reading.missing + 3) if reading.missing else reading
        return Reading(ANYTHING)

    def assigned(self, values: Mapping[str, Shape]) -> Environment:
        """The environment after these variables are set."""
        return replace(self, variables={**(self.variables or {}), **values}) if values else self

    def joined(self, other: Environment) -> Environment:
        """The environment of two paths that meet."""
        if self is other or self == other:
            return self
        mine, others = self.variables or {}, other.variables or {}
        both = {name: join(mine[name], others[name]) for name in mine if name in others}
        return replace(self, variables=both)


@dataclass(frozen=True, slots=True)
class Values:
    """All that an expression of a state may read."""

    input: Shape
    environment: Environment
    result: Shape = ANYTHING
    error: Shape = ANYTHING
