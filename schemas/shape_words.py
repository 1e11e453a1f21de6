"""What a JSON Schema error means in the terms of the language: code, place, params and fix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jsonschema import ValidationError

from schemas.asl import schema
from schemas.diagnostic import Fix
from schemas.edits import Remove
from schemas.finding import Finding
from schemas.machine import Part
from schemas.nearest import Names
from schemas.paths import Path
from schemas.placeholder import is_placeholder
from schemas.words import shown

Told = Iterator[tuple[str, Finding]]

_WRONG_TYPE = {
    "object": "not-an-object",
    "array": "not-a-list",
    "string": "not-a-string",
    "integer": "not-a-whole-number",
    "number": "not-a-number",
    "boolean": "not-true-or-false",
}
_LANGUAGES = {"jsonpath": "JSONPath", "jsonata": "JSONata"}


@dataclass(frozen=True, slots=True)
class _Misfit:
    """A value that does not fit: what it is, where it stands, what its schema demands there."""

    value: Any
    path: Path
    demand: Any
    schema: dict[str, Any]
    part: Part
    steps: tuple[str | int, ...]

    @property
    def name(self) -> str:
        """The field that the value belongs to."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def fields(self) -> dict[str, Any]:
        """The value's fields, where it is an object."""
        return self.value if isinstance(self.value, dict) else {}


def told(error: ValidationError, part: Part) -> Told:
    """The findings, with their codes, that `error` stands for in `part`."""
    if is_placeholder(error.instance):
        return
    misfit = _Misfit(
        value=error.instance,
        path=(*part.path, *error.absolute_path),
        demand=error.validator_value,
        schema=dict(error.schema) if isinstance(error.schema, dict) else {},
        part=part,
        steps=tuple(error.absolute_schema_path)[:-1],
    )
    yield from _BY_KEYWORD[str(error.validator)](misfit)


def _missing(misfit: _Misfit) -> Told:
    for field in misfit.demand:
        if field not in misfit.fields:
            yield "missing-field", Finding(misfit.path, {"field": field})


def _unexpected(misfit: _Misfit) -> Told:
    for field in misfit.fields:
        if field in misfit.schema["properties"]:
            continue
        path = (*misfit.path, field)
        language = misfit.part.schema.partition(".")[2]
        if field in _fields_in_other_language(misfit):
            other = "jsonata" if language == "jsonpath" else "jsonpath"
            params = {"field": field, "language": _LANGUAGES[language], "other": _LANGUAGES[other]}
            yield "wrong-language-field", Finding(path, params, key=True)
        else:
            yield "unknown-field", _unknown(field, path, misfit)


def _unknown(field: str, path: Path, misfit: _Misfit) -> Finding:
    meant = Names(misfit.schema["properties"]).nearest(field)
    if meant is not None and meant not in misfit.fields:
        return Finding(path, {"field": field, "nearest": meant}, key=True)
    ends_already = field == "End" and misfit.part.schema.startswith(("succeed.", "fail."))
    return Finding(path, {"field": field}, key=True, fix=Fix((Remove(path),)) if ends_already else None)


def _fields_in_other_language(misfit: _Misfit) -> dict[str, Any]:
    kind, _, language = misfit.part.schema.partition(".")
    if language not in _LANGUAGES:
        return {}
    found: Any = schema(f"{kind}.{'jsonata' if language == 'jsonpath' else 'jsonpath'}")
    for step in misfit.steps:
        found = found.get(step, {}) if isinstance(found, dict) else {}
    return dict(found.get("properties", {})) if isinstance(found, dict) else {}


def _wrong_type(misfit: _Misfit) -> Told:
    expected = misfit.demand if isinstance(misfit.demand, list) else [misfit.demand]
    params = {"field": misfit.name}
    if "null" in expected:
        params["null"] = "null"
    if expected[0] != "string" and "string" in expected:
        params["expression"] = "{% … %}"
    yield _WRONG_TYPE[expected[0]], Finding(misfit.path, params)


def _not_one_of(misfit: _Misfit) -> Told:
    params = {"field": misfit.name, "value": shown(misfit.value), "allowed": ", ".join(misfit.demand)}
    meant = Names(misfit.demand).nearest(misfit.value) if isinstance(misfit.value, str) else None
    yield "not-one-of", Finding(misfit.path, params if meant is None else {**params, "nearest": meant})


def _beyond(code: str) -> Callable[[_Misfit], Told]:
    def told_so(misfit: _Misfit) -> Told:
        params = {"field": misfit.name, "value": shown(misfit.value), "bound": str(misfit.demand)}
        yield code, Finding(misfit.path, params)

    return told_so


def _empty(misfit: _Misfit) -> Told:
    yield "empty", Finding(misfit.path, {"field": misfit.name})


def _exclusive(misfit: _Misfit) -> Told:
    yield _conflict(misfit.demand["required"], misfit)


def _exactly_one(misfit: _Misfit) -> Told:
    choices = [choice["required"][0] for choice in misfit.demand]
    present = [field for field in misfit.fields if field in choices]
    if present:
        yield _conflict(present, misfit)
    else:
        yield "missing-one-of", Finding(misfit.path, {"fields": ", ".join(choices)})


def _conflict(fields: list[str], misfit: _Misfit) -> tuple[str, Finding]:
    return "conflicting-fields", Finding((*misfit.path, fields[-1]), {"fields": ", ".join(fields)}, key=True)


_BY_KEYWORD: dict[str, Callable[[_Misfit], Told]] = {
    "required": _missing,
    "additionalProperties": _unexpected,
    "type": _wrong_type,
    "enum": _not_one_of,
    "minimum": _beyond("too-small"),
    "maximum": _beyond("too-large"),
    "maxLength": _beyond("too-long"),
    "minItems": _empty,
    "minProperties": _empty,
    "minLength": _empty,
    "not": _exclusive,
    "oneOf": _exactly_one,
}
