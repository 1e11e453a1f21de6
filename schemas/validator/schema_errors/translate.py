"""Translates errors of JSON Schema into findings: code, path, params and fix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jsonschema import ValidationError

from schemas.asl.json_schema import schema
from schemas.asl.machine import SchemaInstance
from schemas.asl.template_functions import call_of
from schemas.core.did_you_mean import names_of
from schemas.core.paths import Path
from schemas.core.placeholder import is_placeholder
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding
from schemas.validator.schema_errors.fixes import removed, renamed, respelt
from schemas.validator.schema_errors.schema_error import SchemaError

Findings = Iterator[tuple[str, Finding]]

_WRONG_TYPE = {
    "object": "not-an-object",
    "array": "not-a-list",
    "string": "not-a-string",
    "integer": "not-a-whole-number",
    "number": "not-a-number",
    "boolean": "not-true-or-false",
}
_LANGUAGES = {"jsonpath": "JSONPath", "jsonata": "JSONata"}


def translated(error: ValidationError, instance: SchemaInstance) -> Findings:
    """The findings, with their codes, of a validation error in `instance`.

    None if a placeholder is there, or in a function of a template that is there.
    """
    if not is_placeholder(error.instance) and not _is_in_function(error, instance):
        yield from _BY_KEYWORD[str(error.validator)](SchemaError.of(error, instance))


def _is_in_function(error: ValidationError, instance: SchemaInstance) -> bool:
    value = instance.value
    for step in error.absolute_path:
        if call_of(value)[0]:
            return True
        value = value[step]  # type: ignore[index]
    return False


def _missing(error: SchemaError) -> Findings:
    for field in error.demand:
        if field not in error.fields:
            yield "missing-field", Finding(error.path, {"field": field})


def _unexpected(error: SchemaError) -> Findings:
    for field in error.fields:
        if field in error.schema["properties"]:
            continue
        path = (*error.path, field)
        language = error.instance.schema.partition(".")[2]
        if field in _fields_in_other_language(error):
            other = "jsonata" if language == "jsonpath" else "jsonpath"
            params = {"field": field, "language": _LANGUAGES[language], "other": _LANGUAGES[other]}
            yield "wrong-language-field", Finding(path, params, key=True)
        else:
            yield "unknown-field", _unknown(field, path, error)


def _unknown(field: str, path: Path, error: SchemaError) -> Finding:
    meant = names_of(tuple(error.schema["properties"])).nearest(field)
    if meant is None or meant in error.fields:
        return Finding(path, {"field": field}, key=True, fix=removed(error, field))
    return Finding(path, {"field": field, "nearest": meant}, key=True, fix=renamed(error, field, meant))


def _fields_in_other_language(error: SchemaError) -> dict[str, Any]:
    kind, _, language = error.instance.schema.partition(".")
    if language not in _LANGUAGES:
        return {}
    found: Any = schema(f"{kind}.{'jsonata' if language == 'jsonpath' else 'jsonpath'}")
    for step in error.steps:
        found = found.get(step, {}) if isinstance(found, dict) else {}
    return dict(found.get("properties", {})) if isinstance(found, dict) else {}


def _wrong_type(error: SchemaError) -> Findings:
    if not error.path:
        yield "whole-not-an-object", Finding((), {})
        return
    expected = error.demand if isinstance(error.demand, list) else [error.demand]
    params = {"field": error.name}
    if "null" in expected:
        params["null"] = "null"
    if expected[0] != "string" and "string" in expected:
        params["expression"] = "{% … %}"
    yield _WRONG_TYPE[expected[0]], Finding(error.path, params)


def _not_one_of(error: SchemaError) -> Findings:
    params = {"field": error.name, "value": short_text(error.value), "allowed": ", ".join(error.demand)}
    meant = names_of(tuple(error.demand)).nearest(error.value) if isinstance(error.value, str) else None
    if meant is None:
        yield "not-one-of", Finding(error.path, params)
    else:
        yield "not-one-of", Finding(error.path, {**params, "nearest": meant}, fix=respelt(error, meant))


def _not_that(error: SchemaError) -> Findings:
    params = {"field": error.name, "value": short_text(error.value), "allowed": short_text(error.demand)}
    yield "not-one-of", Finding(error.path, params)


def _not_of_form(error: SchemaError) -> Findings:
    params = {"value": short_text(error.value), "form": error.demand}
    if "examples" in error.schema:
        params["example"] = error.schema["examples"][0]
    if error.steps[-1] == "propertyNames":
        yield "not-of-form", Finding((*error.path, error.value), params, key=True)
    else:
        yield "not-of-form", Finding(error.path, params)


def _beyond(code: str) -> Callable[[SchemaError], Findings]:
    def check(error: SchemaError) -> Findings:
        params = {"field": error.name, "value": short_text(error.value), "bound": str(error.demand)}
        yield code, Finding(error.path, params)

    return check


def _empty(error: SchemaError) -> Findings:
    yield "empty", Finding(error.path, {"field": error.name})


def _exclusive(error: SchemaError) -> Findings:
    yield _conflict(error.demand["required"], error)


def _exactly_one(error: SchemaError) -> Findings:
    choices = [choice["required"][0] for choice in error.demand]
    present = [field for field in error.fields if field in choices]
    if present:
        yield _conflict(present, error)
    else:
        yield "missing-one-of", Finding(error.path, {"fields": ", ".join(choices)})


def _conflict(fields: list[str], error: SchemaError) -> tuple[str, Finding]:
    return "conflicting-fields", Finding((*error.path, fields[-1]), {"fields": ", ".join(fields)}, key=True)


_BY_KEYWORD: dict[str, Callable[[SchemaError], Findings]] = {
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
"""The codes of all findings of schema errors."""
