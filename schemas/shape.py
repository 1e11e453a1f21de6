"""The shape of a definition: each part against its own JSON Schema of `schemas/asl/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jsonschema import Draft202012Validator

from schemas.asl import schema
from schemas.finding import Finding
from schemas.machine import Machine, Part
from schemas.shape_words import told


def findings(machine: Machine) -> Iterator[tuple[str, Finding]]:
    """What does not fit its schema, with the code of its words."""
    for part in machine.parts():
        yield from _checked(part)


def _checked(part: Part) -> Iterator[tuple[str, Finding]]:
    errors = list(_validator(part.schema).iter_errors(part.value))
    if not errors:
        return
    once = {(tuple(error.absolute_path), tuple(error.absolute_schema_path)): error for error in errors}
    for error in once.values():
        yield from told(error, part)


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))
