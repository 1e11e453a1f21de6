"""The compiled JSON Schemas of `schemas/asl/`."""

from __future__ import annotations

from functools import cache

import jsonschema_rs
from jsonschema import Draft202012Validator

from schemas.asl.json_schema import schema


@cache
def fast_validator(name: str) -> jsonschema_rs.Draft202012Validator:
    """The validator that says quickly whether a part fits the schema `name`."""
    return jsonschema_rs.Draft202012Validator(schema(name))


@cache
def reference(name: str) -> Draft202012Validator:
    """The validator that says where a part does not fit the schema `name`."""
    return Draft202012Validator(schema(name))
