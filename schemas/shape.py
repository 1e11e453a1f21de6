"""The shape of a definition: each part against its own JSON Schema of `schemas/asl/`.

`jsonschema-rs` lets the parts that fit pass, a hundred times faster than `jsonschema`, which explains the
others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import jsonschema_rs
from jsonschema import Draft202012Validator

from schemas.asl import schema
from schemas.finding import Finding
from schemas.machine import Machine, Part
from schemas.shape_words import told


def findings(machine: Machine) -> Iterator[tuple[str, Finding]]:
    """What does not fit its schema, with the code of its words."""
    for part in machine.parts():
        if not _sieve(part.schema).is_valid(part.value):
            yield from _explained(part)


def _explained(part: Part) -> Iterator[tuple[str, Finding]]:
    errors = _validator(part.schema).iter_errors(part.value)
    once = {(tuple(error.absolute_path), tuple(error.absolute_schema_path)): error for error in errors}
    for error in once.values():
        yield from told(error, part)


@cache
def _sieve(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema(name))


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))
