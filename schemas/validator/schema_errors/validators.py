"""The compiled JSON Schemas of `schemas/asl/`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import jsonschema_rs

from schemas.asl.json_schema import schema
from schemas.core.paths import Json

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


@cache
def fast_validator(name: str) -> Callable[[Json], bool]:
    """The fast validator for the schema `name`; it says only if a value is valid."""
    fast = jsonschema_rs.Draft202012Validator(schema(name))

    def is_valid(value: Json) -> bool:
        try:
            return fast.is_valid(value)
        except ValueError:
            return explaining_validator(name).is_valid(value)

    return is_valid


@cache
def explaining_validator(name: str) -> Draft202012Validator:
    """The slower validator for the schema `name`; it lists the errors of a value."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(name))
