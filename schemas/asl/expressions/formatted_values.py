"""Finds the values with a `format` in a JSON Schema: JSONPath, JSONata, timestamps and others."""

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
    """A value whose schema has a `format`, such as "reference-path" or "jsonata", and its path."""

    path: Path
    value: Json
    format: str


def formatted_values(instance: SchemaInstance) -> Iterator[FormattedValue]:
    """Every value in `instance` whose schema has a format, and the expressions in payloads."""
    if not isinstance(instance.value, dict):
        return
    formats = formats_in(instance.schema)
    for field, whole in instance.value.items():
        for steps, format in formats.get(field, ()):
            for path, value in _at(whole, steps, (*instance.path, field)):
                yield FormattedValue(path, value, format)
                if format.endswith("payload") or not isinstance(value, str):
                    yield from _inside(value, path, format)


def _inside(value: Json, path: Path, format: str) -> Iterator[FormattedValue]:
    """The expressions inside a payload.

    In JSONPath these are the values of keys that end with `.$`; in JSONata the strings that begin with `{%`
    or end with `%}`.
    """
    if format.startswith("jsonata"):
        for at, inner in values(value, path):
            if isinstance(inner, str) and (inner.startswith("{%") or inner.endswith("%}")):
                yield FormattedValue(at, inner, "jsonata")
    elif format in ("jsonpath-payload", "jsonpath-assignments"):
        for at, inner in values(value, path):
            if len(at) > len(path) and str(at[-1]).endswith(".$"):
                yield FormattedValue(at, inner, "path-or-intrinsic")


def params_of(formatted: FormattedValue) -> dict[str, str]:
    """The params for a message about the value: its field, and the value shortened."""
    return {"field": field_of(formatted.path), "value": short_text(formatted.value)}


@cache
def formats_in(name: str) -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """The formats in the schema `name`, by field: the steps from the field to the value, and the format."""
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
