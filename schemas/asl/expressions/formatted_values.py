"""Where expressions stand: the JSON Schemas say by `format` what the text of a field is written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from schemas.asl.json_schema import schema
from schemas.asl.machine import SchemaInstance
from schemas.asl.walk import values
from schemas.core.paths import Json, Path, field_of
from schemas.core.short_text import short_text

EACH = "*"


@dataclass(frozen=True, slots=True)
class FormattedValue:
    """A value that a schema gives a format: where it stands, what it is, what it should be written in."""

    path: Path
    value: Json
    format: str


def formatted_values(part: SchemaInstance) -> Iterator[FormattedValue]:
    """Every value in `part` that its schema gives a format, and the expressions in payloads."""
    if not isinstance(part.value, dict):
        return
    formats = formats_in(part.schema)
    for field, whole in part.value.items():
        for steps, format in formats.get(field, ()):
            for path, value in _at(whole, steps, (*part.path, field)):
                yield FormattedValue(path, value, format)
                if format.endswith("payload") or not isinstance(value, str):
                    yield from _inside(value, path, format)


def _inside(value: Json, path: Path, format: str) -> Iterator[FormattedValue]:
    """The expressions of a payload.

    In JSONPath they are the values of the keys that end with `.$`, in JSONata the texts that open with `{%`
    or close with `%}`.
    """
    if format.startswith("jsonata"):
        for place, inner in values(value, path):
            if isinstance(inner, str) and (inner.startswith("{%") or inner.endswith("%}")):
                yield FormattedValue(place, inner, "jsonata")
    elif format in ("jsonpath-payload", "jsonpath-assignments"):
        for place, inner in values(value, path):
            if len(place) > len(path) and str(place[-1]).endswith(".$"):
                yield FormattedValue(place, inner, "path-or-intrinsic")


def params_of(place: FormattedValue) -> dict[str, str]:
    """The params of words about the value at `place`: its field and what it is."""
    return {"field": field_of(place.path), "value": short_text(place.value)}


@cache
def formats_in(name: str) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """What the schema `name` gives a format, by field: the steps that lead on from there, and the format."""
    by_field: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for (field, *steps), format in _formats_in(schema(name), ()):
        by_field.setdefault(field, []).append((tuple(steps), format))
    return by_field


def _formats_in(part: object, steps: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if not isinstance(part, dict):
        return
    if "format" in part:
        yield steps, part["format"]
    for field, inner in part.get("properties", {}).items():
        yield from _formats_in(inner, (*steps, field))
    yield from _formats_in(part.get("items"), (*steps, EACH))


def _at(value: Json, steps: tuple[str, ...], path: Path) -> Iterator[tuple[Path, Json]]:
    if not steps:
        yield path, value
    elif steps[0] == EACH and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _at(item, steps[1:], (*path, index))
    elif isinstance(value, dict) and steps[0] in value:
        yield from _at(value[steps[0]], steps[1:], (*path, steps[0]))
