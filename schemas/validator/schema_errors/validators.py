"""The compiled JSON Schemas of `schemas/asl/`."""

from __future__ import annotations

from functools import cache

import jsonschema_rs
from jsonschema import Draft202012Validator

from schemas.asl.json_schema import schema


@cache
def fast_validator(name: str) -> jsonschema_rs.Draft202012Validator:
    """The fast validator for the schema `name`; it says only if a value is valid."""
    return jsonschema_rs.Draft202012Validator(schema(name))


@cache
def explaining_validator(name: str) -> Draft202012Validator:
    """The slower validator for the schema `name`; it lists the errors of a value."""
    return Draft202012Validator(schema(name))
