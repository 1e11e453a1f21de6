"""Which fields a state has, from the JSON Schema of its type and query language."""

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
    """One field of a state: its name, and what its JSON Schema says of it."""

    name: str
    rule: Mapping[str, Any]


def fields(state: State, group: Group) -> list[Field]:
    """The fields of `group` that the state may have, in the order of its schema."""
    return [field for name, field in order(state).items() if group_of(name) == group]


def order(state: State) -> Mapping[str, Field]:
    """Every field that the state may have, by name; none for a type that the language doesn't know."""
    return _fields(f"{state.type.lower()}.{state.language.lower()}") if state.type in kinds() else {}


@cache
def _fields(name: str) -> dict[str, Field]:
    properties = schema(name)["properties"]
    return {key: Field(key, rule if isinstance(rule, dict) else {}) for key, rule in properties.items()}
