"""Checks values against the JSON Schemas of `schemas/asl/`.

`jsonschema-rs` checks whether a value is valid, a hundred times faster than `jsonschema`. Only for invalid
values, `jsonschema` lists the errors.
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import SchemaInstance
from schemas.validator.finding import Finding
from schemas.validator.schema_errors.validators import explaining_validator, fast_validator

__all__ = ["fast_validator", "schema_errors"]


def schema_errors(instance: SchemaInstance) -> Iterator[tuple[str, Finding]]:
    """The findings of the schema errors in `instance`, with their codes."""
    if not fast_validator(instance.schema)(instance.value):
        yield from _explained(instance)


def _explained(instance: SchemaInstance) -> Iterator[tuple[str, Finding]]:
    """The findings of a value with errors: `jsonschema`, which takes long to load, is only loaded for it."""
    from schemas.validator.schema_errors.translate import translated

    errors = explaining_validator(instance.schema).iter_errors(instance.value)
    once = {(tuple(error.absolute_path), tuple(error.absolute_schema_path)): error for error in errors}
    for error in once.values():
        yield from translated(error, instance)
