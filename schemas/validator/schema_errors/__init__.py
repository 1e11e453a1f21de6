"""The shape of a definition: each part against its own JSON Schema of `schemas/asl/`.

`jsonschema-rs` lets the parts that fit pass, a hundred times faster than `jsonschema`, which explains the
others.
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.machine import SchemaInstance
from schemas.validator.finding import Finding
from schemas.validator.schema_errors.translate import translated
from schemas.validator.schema_errors.validators import fast_validator, reference

__all__ = ["fast_validator", "schema_errors"]


def schema_errors(part: SchemaInstance) -> Iterator[tuple[str, Finding]]:
    """What in one part does not fit its schema, with the code of its words."""
    if not fast_validator(part.schema).is_valid(part.value):
        yield from _explained(part)


def _explained(part: SchemaInstance) -> Iterator[tuple[str, Finding]]:
    errors = reference(part.schema).iter_errors(part.value)
    once = {(tuple(error.absolute_path), tuple(error.absolute_schema_path)): error for error in errors}
    for error in once.values():
        yield from translated(error, part)
