"""Reads and writes the members of shapes, as JSONPath and JSONata do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.asl.dataflow.shapes import (
    ANYTHING,
    EMPTY,
    ListOf,
    Member,
    Presence,
    Record,
    Scalar,
    Shape,
    Unknown,
    origins_in,
    settled,
)

Steps = tuple[str | int, ...]
"""The names and indexes that lead into a value."""

_ROOT = re.compile(r"\$(?:\$|[^\W\d]\w*)?")
_STEP = re.compile(r"\.([^\W\d][\w-]*)(?!\w*\()|\['([^'\\]*)'\]|\[\"([^\"\\]*)\"\]|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Reading:
    """The value at the end of a path.

    `missing` is the number of steps up to and with the first that leads to nothing; None if none does. It is
    `sometimes` missing if it is there on another path of the run.
    """

    shape: Shape
    missing: int | None = None
    sometimes: bool = False


@dataclass(frozen=True, slots=True)
class DataPath:
    """A JSONPath: its root ("$", "$$" or "$name"), its steps, and if these are all of it."""

    root: str
    steps: Steps
    is_whole: bool


def data_path(text: str) -> DataPath:
    """Take a JSONPath apart, up to the first step that is neither name nor index."""
    root = _ROOT.match(text)
    offset = root.end() if root else 0
    steps: list[str | int] = []
    while step := _STEP.match(text, offset):
        name = next((found for found in step.groups()[:3] if found is not None), None)
        steps.append(int(step[4]) if name is None else name)
        offset = step.end()
    return DataPath(root[0] if root else "", tuple(steps), offset == len(text))


def read(shape: Shape, steps: Steps, maps_lists: bool) -> Reading:
    """Follow the steps into a value; with `maps_lists` a name is looked up in each item of an array."""
    sometimes: int | None = None
    for number, step in enumerate(steps, 1):
        if maps_lists and isinstance(step, str):
            while isinstance(shape, ListOf):
                shape = shape.item
        if isinstance(shape, ListOf) and isinstance(step, int):
            shape = shape.item
        elif isinstance(shape, Record) and isinstance(step, str):
            member = shape.members.get(step)
            if member is None:
                return Reading(ANYTHING, number)
            if member.presence == "sometimes" and sometimes is None:
                sometimes = number
            shape = member.shape
        elif isinstance(shape, Scalar) and isinstance(step, str):
            return Reading(Unknown(shape.origins), number)
        else:
            return Reading(Unknown(origins_in(shape)), sometimes, sometimes is not None)
    return Reading(shape, sometimes, sometimes is not None)


def put(shape: Shape, steps: Steps, value: Shape) -> Shape:
    """The shape with `value` at the end of the steps, as ResultPath puts it there."""
    if not steps:
        return value
    first = steps[0]
    if not isinstance(first, str) or not isinstance(shape, Record):
        return Unknown(origins_in(shape) | origins_in(value))
    member = shape.members.get(first)
    inner = member.shape if member is not None else EMPTY
    if member is not None and member.presence != "always" and len(steps) > 1:
        inner = settled(inner)
    return Record({**shape.members, first: Member(put(inner, steps[1:], value))})


def known(shape: Shape, steps: Steps) -> Shape:
    """The shape in which the value at the steps, if it was missing, is there and may be anything."""
    if not steps or not isinstance(shape, Record) or not isinstance(steps[0], str):
        return shape
    member = shape.members.get(steps[0])
    if member is None:
        return Record({**shape.members, steps[0]: Member(ANYTHING, "maybe")})
    presence: Presence = "always" if member.presence == "always" else "maybe"
    return Record({**shape.members, steps[0]: Member(known(member.shape, steps[1:]), presence)})
