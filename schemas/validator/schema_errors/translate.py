"""What a JSON Schema error means in the terms of the language: code, place, params and fix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jsonschema import ValidationError

from schemas.asl.json_schema import schema
from schemas.asl.machine import SchemaInstance
from schemas.core.did_you_mean import names_of
from schemas.core.paths import Path
from schemas.core.placeholder import is_placeholder
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding
from schemas.validator.schema_errors.fixes import removed, renamed, respelt
from schemas.validator.schema_errors.schema_error import SchemaError

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


def translated(error: ValidationError, part: SchemaInstance) -> Told:
    """The findings, with their codes, that `error` stands for in `part`."""
    if is_placeholder(error.instance):
        return
    misfit = SchemaError.of(error, part)
    yield from _BY_KEYWORD[str(error.validator)](misfit)


def _missing(misfit: SchemaError) -> Told:
    for field in misfit.demand:
        if field not in misfit.fields:
            yield "missing-field", Finding(misfit.path, {"field": field})


def _unexpected(misfit: SchemaError) -> Told:
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


def _unknown(field: str, path: Path, misfit: SchemaError) -> Finding:
    meant = names_of(tuple(misfit.schema["properties"])).nearest(field)
    if meant is None or meant in misfit.fields:
        return Finding(path, {"field": field}, key=True, fix=removed(misfit, field))
    return Finding(path, {"field": field, "nearest": meant}, key=True, fix=renamed(misfit, field, meant))


def _fields_in_other_language(misfit: SchemaError) -> dict[str, Any]:
    kind, _, language = misfit.part.schema.partition(".")
    if language not in _LANGUAGES:
        return {}
    found: Any = schema(f"{kind}.{'jsonata' if language == 'jsonpath' else 'jsonpath'}")
    for step in misfit.steps:
        found = found.get(step, {}) if isinstance(found, dict) else {}
    return dict(found.get("properties", {})) if isinstance(found, dict) else {}


def _wrong_type(misfit: SchemaError) -> Told:
    if not misfit.path:
        yield "whole-not-an-object", Finding((), {})
        return
    expected = misfit.demand if isinstance(misfit.demand, list) else [misfit.demand]
    params = {"field": misfit.name}
    if "null" in expected:
        params["null"] = "null"
    if expected[0] != "string" and "string" in expected:
        params["expression"] = "{% … %}"
    yield _WRONG_TYPE[expected[0]], Finding(misfit.path, params)


def _not_one_of(misfit: SchemaError) -> Told:
    params = {"field": misfit.name, "value": short_text(misfit.value), "allowed": ", ".join(misfit.demand)}
    meant = names_of(tuple(misfit.demand)).nearest(misfit.value) if isinstance(misfit.value, str) else None
    if meant is None:
        yield "not-one-of", Finding(misfit.path, params)
    else:
        yield "not-one-of", Finding(misfit.path, {**params, "nearest": meant}, fix=respelt(misfit, meant))


def _not_that(misfit: SchemaError) -> Told:
    params = {"field": misfit.name, "value": short_text(misfit.value), "allowed": short_text(misfit.demand)}
    yield "not-one-of", Finding(misfit.path, params)


def _not_of_form(misfit: SchemaError) -> Told:
    params = {"value": short_text(misfit.value), "form": misfit.demand}
    if misfit.steps[-1] == "propertyNames":
        yield "not-of-form", Finding((*misfit.path, misfit.value), params, key=True)
    else:
        yield "not-of-form", Finding(misfit.path, params)


def _beyond(code: str) -> Callable[[SchemaError], Told]:
    def told_so(misfit: SchemaError) -> Told:
        params = {"field": misfit.name, "value": short_text(misfit.value), "bound": str(misfit.demand)}
        yield code, Finding(misfit.path, params)

    return told_so


def _empty(misfit: SchemaError) -> Told:
    yield "empty", Finding(misfit.path, {"field": misfit.name})


def _exclusive(misfit: SchemaError) -> Told:
    yield _conflict(misfit.demand["required"], misfit)


def _exactly_one(misfit: SchemaError) -> Told:
    choices = [choice["required"][0] for choice in misfit.demand]
    present = [field for field in misfit.fields if field in choices]
    if present:
        yield _conflict(present, misfit)
    else:
        yield "missing-one-of", Finding(misfit.path, {"fields": ", ".join(choices)})


def _conflict(fields: list[str], misfit: SchemaError) -> tuple[str, Finding]:
    return "conflicting-fields", Finding((*misfit.path, fields[-1]), {"fields": ", ".join(fields)}, key=True)


_BY_KEYWORD: dict[str, Callable[[SchemaError], Told]] = {
    "required": _missing,
    "additionalProperties": _unexpected,
    "type": _wrong_type,
    "enum": _not_one_of,
    "const": _not_that,
    "pattern": _not_of_form,
    "minimum": _beyond("too-small"),
    "maximum": _beyond("too-large"),
    "maxLength": _beyond("too-long"),
    "minItems": _empty,
    "minProperties": _empty,
    "minLength": _empty,
    "not": _exclusive,
    "oneOf": _exactly_one,
}

CODES = frozenset(
    {
        "missing-field",
        "wrong-language-field",
        "unknown-field",
        *_WRONG_TYPE.values(),
        "whole-not-an-object",
        "not-one-of",
        "not-of-form",
        "too-small",
        "too-large",
        "too-long",
        "empty",
        "conflicting-fields",
        "missing-one-of",
    }
)
"""Every code that a schema error may be told by."""
