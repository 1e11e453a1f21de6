"""The shapes of what JSONPath states compute: paths, intrinsic functions and payloads."""

from __future__ import annotations

from schemas.asl.dataflow.access import DataPath, Reading, data_path, read
from schemas.asl.dataflow.environment import Values
from schemas.asl.dataflow.shapes import (
    ANYTHING,
    NOWHERE,
    ListOf,
    Member,
    Record,
    Shape,
    Unknown,
    any_of,
    merged,
    origins_in,
    shape_of,
)
from schemas.asl.expressions import intrinsic
from schemas.core.paths import Json
from schemas.core.placeholder import is_placeholder

_COMPUTED = ".$"


def path_reading(path: DataPath, values: Values) -> Reading:
    """The value that the path leads to; unknown where it goes on after its steps."""
    if path.root == "$$":
        reading = values.environment.context(path.steps, maps_lists=False)
    elif path.root == "$":
        reading = read(values.input, path.steps, maps_lists=False)
    else:
        reading = read(values.environment.variable(path.root[1:]), path.steps, maps_lists=False)
    if path.is_whole:
        return reading
    return Reading(Unknown(origins_in(reading.shape)), reading.missing, reading.sometimes)


def computed(text: Json, values: Values) -> Shape:
    """The shape of a path or of the call of an intrinsic function."""
    if not isinstance(text, str) or is_placeholder(text):
        return ANYTHING
    if text.startswith("$"):
        return path_reading(data_path(text), values).shape
    call = intrinsic.call(text)
    return ANYTHING if call is None else _called(call, values)


def payload(value: Json, values: Values) -> Shape:
    """The shape of an object whose members with the suffix `.$` are computed."""
    if is_placeholder(value):
        return ANYTHING
    if isinstance(value, list):
        return ListOf(any_of(payload(item, values) for item in value))
    if not isinstance(value, dict):
        return shape_of(value)
    members = {}
    for key, item in value.items():
        is_computed = key.endswith(_COMPUTED)
        shape = computed(item, values) if is_computed else payload(item, values)
        members[key.removesuffix(_COMPUTED)] = Member(shape)
    return Record(members)


def _called(call: intrinsic.Call, values: Values) -> Shape:
    arguments = [_argument(argument, values) for argument in call.arguments]
    if call.name == "JsonMerge":
        return merged(arguments[0], arguments[1])
    if call.name == "Array":
        return ListOf(any_of(arguments))
    return Unknown(NOWHERE.union(*map(origins_in, arguments)))


def _argument(argument: intrinsic.Call | str, values: Values) -> Shape:
    if isinstance(argument, intrinsic.Call):
        return _called(argument, values)
    return computed(argument, values) if argument.startswith("$") else shape_of(argument)
