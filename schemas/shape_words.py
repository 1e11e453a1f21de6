"""What a JSON Schema error means in the terms of the language: code, place, params and fix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jsonschema import ValidationError

from schemas.asl import schema
from schemas.finding import Finding
from schemas.nearest import Names
from schemas.paths import Path

Told = Iterator[tuple[str, Finding]]

_WRONG_TYPE = {
    "object": "not-an-object",
    "array": "not-a-list",
    "string": "not-a-string",
    "integer": "not-a-whole-number",
    "number": "not-a-number",
    "boolean": "not-true-or-false",
}


def told(error: ValidationError, name: str, path: Path) -> Told:
    """The findings that `error`, of a value at `path` checked by the schema `name`, stands for."""
    place = (*path, *error.absolute_path)
    if _is_placeholder(error.instance):
        return
    yield from _BY_KEYWORD[str(error.validator)](error, name, place)


def _missing(error: ValidationError, name: str, path: Path) -> Told:
    for field in error.validator_value:
        if field not in _fields(error):
            yield "missing-field", Finding(path, {"field": field})


def _unexpected(error: ValidationError, name: str, path: Path) -> Told:
    known = error.schema["properties"] if isinstance(error.schema, dict) else {}
    for field in _fields(error):
        if field not in known:
            yield _unexpected_field(field, error, name, path)


def _unexpected_field(field: str, error: ValidationError, name: str, path: Path) -> tuple[str, Finding]:
    other = _other_language(name)
    if other and not error.absolute_path and field in schema(other)["properties"]:
        languages = {"jsonpath": "JSONPath", "jsonata": "JSONata"}
        params = {
            "field": field,
            "language": languages[name.partition(".")[2]],
            "other": languages[other.partition(".")[2]],
        }
        return "wrong-language-field", Finding((*path, field), params, key=True)
    known = error.schema["properties"] if isinstance(error.schema, dict) else {}
    nearest = Names(known).nearest(field)
    if nearest is None or nearest in _fields(error):
        return "unknown-field", Finding((*path, field), {"field": field}, key=True)
    return "unknown-field", Finding((*path, field), {"field": field, "nearest": nearest}, key=True)


def _wrong_type(error: ValidationError, name: str, path: Path) -> Told:
    expected = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    params = {"field": _name(path)}
    if "null" in expected:
        params["null"] = "null"
    if expected[0] != "string" and "string" in expected:
        params["expression"] = "{% … %}"
    yield _WRONG_TYPE[expected[0]], Finding(path, params)


def _not_one_of(error: ValidationError, name: str, path: Path) -> Told:
    params = {
        "field": _name(path),
        "value": shown(error.instance),
        "allowed": ", ".join(error.validator_value),
    }
    nearest = (
        Names(error.validator_value).nearest(error.instance) if isinstance(error.instance, str) else None
    )
    if nearest is None:
        yield "not-one-of", Finding(path, params)
    else:
        yield "not-one-of", Finding(path, {**params, "nearest": nearest})


def _bound(code: str) -> Callable[[ValidationError, str, Path], Told]:
    def bound(error: ValidationError, name: str, path: Path) -> Told:
        yield (
            code,
            Finding(
                path,
                {"field": _name(path), "value": shown(error.instance), "bound": str(error.validator_value)},
            ),
        )

    return bound


def _empty(error: ValidationError, name: str, path: Path) -> Told:
    yield "empty", Finding(path, {"field": _name(path)})


def _exclusive(error: ValidationError, name: str, path: Path) -> Told:
    yield from _conflict(error.validator_value["required"], path)


def _exactly_one(error: ValidationError, name: str, path: Path) -> Told:
    choices = [choice["required"][0] for choice in error.validator_value]
    present = [choice for choice in choices if choice in _fields(error)]
    if present:
        yield from _conflict(present, path)
    else:
        yield "missing-one-of", Finding(path, {"fields": ", ".join(choices)})


def _conflict(fields: list[str], path: Path) -> Told:
    yield "conflicting-fields", Finding((*path, fields[-1]), {"fields": ", ".join(fields)}, key=True)


def _bad_format(error: ValidationError, name: str, path: Path) -> Told:
    yield (
        f"bad-{error.validator_value}",
        Finding(path, {"field": _name(path), "value": shown(error.instance)}),
    )


_BY_KEYWORD: dict[str, Callable[[ValidationError, str, Path], Told]] = {
    "required": _missing,
    "additionalProperties": _unexpected,
    "type": _wrong_type,
    "enum": _not_one_of,
    "minimum": _bound("too-small"),
    "maximum": _bound("too-large"),
    "maxLength": _bound("too-long"),
    "minItems": _empty,
    "minProperties": _empty,
    "minLength": _empty,
    "not": _exclusive,
    "oneOf": _exactly_one,
    "format": _bad_format,
}


def shown(value: object) -> str:
    """A value as it may stand in a sentence, shortened."""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _fields(error: ValidationError) -> dict[str, Any]:
    return error.instance if isinstance(error.instance, dict) else {}


def _is_placeholder(value: object) -> bool:
    """Whether deployment puts the value in: `${Name}`."""
    return isinstance(value, str) and "${" in value


def _name(path: Path) -> str:
    """The name of the field that a value at `path` belongs to."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _other_language(name: str) -> str | None:
    kind, _, language = name.partition(".")
    return {"jsonpath": f"{kind}.jsonata", "jsonata": f"{kind}.jsonpath"}.get(language)
