"""The fixes of schema errors, where only one correction is possible."""

from __future__ import annotations

from jsonschema import Draft202012Validator

from schemas.asl.expressions.formatted_values import formatted_values
from schemas.asl.machine import SchemaInstance
from schemas.core.diagnostic import Fix
from schemas.core.edits import Remove, Rename, Set
from schemas.core.paths import Json
from schemas.validator.ruleset import all_rules
from schemas.validator.schema_errors.schema_error import SchemaError

_DECIDING = frozenset({"Type", "QueryLanguage", "Mode", "TimeoutSeconds", "HeartbeatSeconds"})
"""Fields that determine which other fields are valid: changing one may cause other errors."""


def respelt(error: SchemaError, meant: str) -> Fix | None:
    """Replace a misspelt value by the allowed value `meant`; None for a field that determines others."""
    return None if error.name in _DECIDING else Fix((Set(error.path, meant),))


def renamed(error: SchemaError, field: str, meant: str) -> Fix | None:
    """Rename the misspelt `field` of a state to `meant`; None if its value would be invalid there."""
    value = error.fields[field]
    if error.path != error.instance.path or isinstance(value, dict | list) or meant in _DECIDING:
        return None
    fields = {meant if name == field else name: inner for name, inner in error.fields.items()}
    if not _stays_connected(meant, value, error, fields) or _new_errors(fields, error):
        return None
    alone = SchemaInstance(error.instance.schema, {meant: value}, error.path)
    if any(True for each in formatted_values(alone) for _ in all_rules().findings(each, each.format)):
        return None
    return Fix((Rename((*error.path, field), meant),))


def removed(error: SchemaError, field: str) -> Fix | None:
    """Remove `End` from a Succeed or Fail, which always end; None for any other field."""
    always_ends = error.path == error.instance.path and error.instance.schema.startswith(
        ("succeed.", "fail.")
    )
    return Fix((Remove((*error.path, field)),)) if field == "End" and always_ends else None


def _stays_connected(meant: str, value: Json, error: SchemaError, fields: dict[str, Json]) -> bool:
    """True if the value is a state, and still has one valid transition or `End: true` after the renaming."""
    if error.instance.scope is None:
        return False
    if meant in ("Next", "Default"):
        return value in error.instance.scope.states and "End" not in fields
    return meant != "End" or (value is True and "Next" not in fields)


def _new_errors(fields: dict[str, Json], error: SchemaError) -> bool:
    """True if `fields` in place of the value would have a schema error that the value does not have."""
    validator = Draft202012Validator(error.schema)
    before = {(each.validator, each.json_path) for each in validator.iter_errors(error.value)}
    return any((each.validator, each.json_path) not in before for each in validator.iter_errors(fields))
