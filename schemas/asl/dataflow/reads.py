"""The fields that the expressions of a state read, and those of them that nobody provides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from schemas.asl.dataflow import jsonata
from schemas.asl.dataflow.access import Reading, Steps, data_path
from schemas.asl.dataflow.environment import Values
from schemas.asl.dataflow.jsonpath import path_reading
from schemas.asl.dataflow.shapes import ANYTHING, Shape
from schemas.asl.dataflow.tested import tested_paths
from schemas.asl.dataflow.transfer import Visit
from schemas.asl.expressions import embedded
from schemas.asl.expressions.computed import computed_values, paths
from schemas.asl.expressions.formatted_values import FormattedValue
from schemas.core.paths import Path

_NOT_FOLLOWED = frozenset({"ResultPath", "Assign", "ItemReader", "ItemBatcher", "ResultWriter"})


@dataclass(frozen=True, slots=True)
class Read:
    """A field that an expression reads: the place of the expression, the field as it is written, its value.

    `steps` are the steps from the state's own input, where the field is one of it; else None.
    """

    place: Path
    text: str
    reading: Reading
    steps: Steps | None

    @property
    def shape(self) -> Shape:
        """The shape of the value that is read."""
        return self.reading.shape


def reads(visit: Visit) -> Iterator[Read]:
    """Each field that the expressions of a visited state read, without those that it tests for.

    One that is missing on some path counts only where it is certainly read: not in a rule of a Choice, which
    an earlier rule may keep from being tried, nor in a condition of JSONata.
    """
    for value in computed_values(visit.state):
        read_in = _in_jsonata if visit.state.language == "JSONata" else _in_jsonpath
        is_certain = visit.state.type != "Choice" and "?" not in str(value.value)
        yield from (each for each in read_in(value, visit) if is_certain or not each.reading.sometimes)


def root_shape(field: str, visit: Visit) -> tuple[Shape, bool]:
    """The value that `$` stands for in a JSONPath field, and if that is the state's own input."""
    if field == "InputPath":
        return visit.values.input, True
    if field == "ResultSelector":
        return visit.result, False
    if field == "OutputPath":
        return visit.combined, False
    return visit.effective, visit.state.fields.get("InputPath", "$") == "$"


def _in_jsonata(value: FormattedValue, visit: Visit) -> Iterator[Read]:
    parsed = embedded.read(value.value)
    has_result = _field(value, visit) in ("Output", "Assign")
    values = replace(visit.values, environment=visit.within, result=visit.result if has_result else ANYTHING)
    for use in parsed.uses:
        if use.kind != "variable" or use.name in ("", "$") or use.name in parsed.tested:
            continue
        reading = jsonata.use_reading(use, values)
        is_input = use.name == "states" and use.members[:1] == ("input",)
        names = (use.name, *use.members)
        if reading.missing is not None:
            names = names[: reading.missing + 1]
        steps = names[2:] if is_input else None
        yield Read(value.path, "$" + ".".join(names), reading, steps)


def _in_jsonpath(value: FormattedValue, visit: Visit) -> Iterator[Read]:
    field = _field(value, visit)
    if field in _NOT_FOLLOWED or not isinstance(value.value, str):
        return
    if field == "Catch" or "Assign" in value.path[len(visit.state.path) :]:
        return
    base, is_input = root_shape(field, visit)
    values = Values(base, visit.within)
    for text in paths(value.value):
        path = data_path(text)
        if path.root == "$" and any(
            path.steps[: len(tested)] == tested for tested in tested_paths(visit.state)
        ):
            continue
        reading = path_reading(path, values)
        steps = path.steps[: reading.missing] if reading.missing is not None else path.steps
        own = steps if is_input and path.root == "$" else None
        yield Read(value.path, _written(path.root, steps), reading, own)


def _field(value: FormattedValue, visit: Visit) -> str:
    return str(value.path[len(visit.state.path)])


def _written(root: str, steps: Steps) -> str:
    return root + "".join(f".{step}" if isinstance(step, str) else f"[{step}]" for step in steps)
