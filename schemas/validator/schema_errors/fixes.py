"""The edits that mend a value that does not fit its schema, where it can have only one meaning."""

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
"""Fields that decide how others are judged: mending one may bring other mistakes to light."""


def respelt(misfit: SchemaError, meant: str) -> Fix | None:
    """The value becomes `meant`, the allowed one that it is a misspelling of."""
    return None if misfit.name in _DECIDING else Fix((Set(misfit.path, meant),))


def renamed(misfit: SchemaError, field: str, meant: str) -> Fix | None:
    """`field` of a state takes the name `meant`, where its value is good for that field."""
    value = misfit.fields[field]
    if misfit.path != misfit.part.path or isinstance(value, dict | list) or meant in _DECIDING:
        return None
    fields = {meant if name == field else name: inner for name, inner in misfit.fields.items()}
    if not _may_lead(meant, value, misfit, fields) or _new_errors(fields, misfit):
        return None
    part = SchemaInstance(misfit.part.schema, {meant: value}, misfit.path)
    if any(True for place in formatted_values(part) for _ in all_rules().findings(place, place.format)):
        return None
    return Fix((Rename((*misfit.path, field), meant),))


def removed(misfit: SchemaError, field: str) -> Fix | None:
    """`End` of a state that ends in any case goes."""
    always_ends = misfit.path == misfit.part.path and misfit.part.schema.startswith(("succeed.", "fail."))
    return Fix((Remove((*misfit.path, field)),)) if field == "End" and always_ends else None


def _may_lead(meant: str, value: Json, misfit: SchemaError, fields: dict[str, Json]) -> bool:
    """True if the part is a state, and stays one with one way on that leads somewhere."""
    if misfit.part.scope is None:
        return False
    if meant in ("Next", "Default"):
        return value in misfit.part.scope.states and "End" not in fields
    return meant != "End" or (value is True and "Next" not in fields)


def _new_errors(fields: dict[str, Json], misfit: SchemaError) -> bool:
    """True if `fields` in place of the value would be wrong in a way that the value is not."""
    validator = Draft202012Validator(misfit.schema)
    before = {(error.validator, error.json_path) for error in validator.iter_errors(misfit.value)}
    return any((error.validator, error.json_path) not in before for error in validator.iter_errors(fields))
