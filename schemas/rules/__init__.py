"""The rules: one file each. A file's docstring is its manual, its name (with hyphens) the code of its findings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, TypeVar

from schemas.finding import Finding, Rule
from schemas.flow import Flow
from schemas.machine import Machine
from schemas.registry import modules
from schemas.walk import ChoiceRule, State, choice_rules

Subject = TypeVar("Subject")


@cache
def rules() -> dict[str, Rule[Any]]:
    """Every rule by its code."""
    found = ((module.__name__.rpartition(".")[2], module) for module in modules(sys.modules[__name__]))
    return {name.replace("_", "-"): module.check for name, module in found}


def findings(machine: Machine) -> Iterator[tuple[str, Finding]]:
    """What every rule finds in `machine`, with the rule's code."""
    yield from _found(Machine, machine)
    for scope in machine.scopes:
        yield from _found(Flow, Flow(scope))
    for state in machine.states:
        yield from _found(State, state, state.type)
        for choice in choice_rules(state):
            yield from _found(ChoiceRule, choice)


def _found(subject: type[Subject], thing: Subject, type: str = "") -> Iterator[tuple[str, Finding]]:
    for code, rule in _rules_for(subject, type):
        for finding in rule.check(thing):
            yield code, finding


@lru_cache(maxsize=64)
def _rules_for(subject: type[Any], type: str) -> tuple[tuple[str, Rule[Any]], ...]:
    chosen = ((code, rule) for code, rule in rules().items() if rule.subject is subject)
    return tuple((code, rule) for code, rule in chosen if type in (rule.types or {type}))
