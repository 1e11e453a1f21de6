"""The fields that a state may have, from the JSON Schema of its type and query language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from designer.screen.panels.inspector.groups import Group, group_of
from schemas.asl.json_schema import schema
from schemas.asl.states import kinds
from schemas.asl.walk import State


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a state: its name and its JSON Schema."""

    name: str
    schema: Mapping[str, Any]


def fields_in(group: Group, state: State) -> list[Field]:
    """The fields of `group` that the state may have, in the order of its schema."""
    return [field for name, field in fields_of(state).items() if group_of(name) == group]


def fields_of(state: State) -> Mapping[str, Field]:
    """All fields that the state may have, by name in the order of its schema; none for an unknown type."""
    return _fields(f"{state.type.lower()}.{state.language.lower()}") if state.type in kinds() else {}


@cache
def _fields(name: str) -> dict[str, Field]:
    properties = schema(name)["properties"]
    return {key: Field(key, rule if isinstance(rule, dict) else {}) for key, rule in properties.items()}
