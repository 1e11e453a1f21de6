"""The shape of a definition: each part against its own JSON Schema of `schemas/asl/`, told in our own words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from schemas.asl import schema
from schemas.expressions import FORMATS
from schemas.finding import Finding
from schemas.machine import Machine
from schemas.paths import Json, Path
from schemas.shape_words import told
from schemas.states import kinds
from schemas.walk import Scope, State, choice_rules


def findings(machine: Machine) -> Iterator[tuple[str, Finding]]:
    """What does not fit its schema, with the code of its words."""
    if not isinstance(machine.definition, dict):
        yield from _checked("machine", machine.definition, ())
    for scope in machine.scopes:
        yield from _checked(_schema_of_scope(scope), scope.fields, scope.path)
    for state in machine.states:
        if isinstance(state.scope.states[state.name], dict):
            yield from _checked(_schema_of_state(state), state.fields, state.path)
        for rule in choice_rules(state):
            yield from _checked(f"choice-rule.{state.language.lower()}", rule.fields, rule.path)


def _checked(name: str, value: Json, path: Path) -> Iterator[tuple[str, Finding]]:
    errors = list(_validator(name).iter_errors(value))
    if not errors:
        return
    once = {(tuple(error.absolute_path), tuple(error.absolute_schema_path)): error for error in errors}
    for error in once.values():
        yield from told(error, name, path)


@cache
def _validator(name: str) -> Validator:
    return Draft202012Validator(schema(name), format_checker=FORMATS)


def _schema_of_scope(scope: Scope) -> str:
    if scope.owner is None:
        return "machine"
    return "branch" if scope.owner.type == "Parallel" else "processor"


def _schema_of_state(state: State) -> str:
    return f"{state.type.lower()}.{state.language.lower()}" if state.type in kinds() else "state"
