"""The rules, one file each: its docstring is the manual, its name (with hyphens) the code of its findings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

from schemas.expressions.places import places
from schemas.finding import Finding, Rule
from schemas.flow import Flow
from schemas.machine import Machine
from schemas.registry import modules


@cache
def rules() -> dict[str, Rule[Any]]:
    """Every rule by its code."""
    found = ((module.__name__.rpartition(".")[2], module) for module in modules(sys.modules[__name__]))
    return {name.replace("_", "-"): module.check for name, module in found}


def findings(machine: Machine) -> Iterator[tuple[str, Finding]]:
    """What every rule finds in `machine`, with the rule's code."""
    yield from found(machine)
    for scope in machine.scopes:
        yield from found(Flow(scope))
    for state in machine.states:
        yield from found(state, state.type)
    for choice in machine.choice_rules:
        yield from found(choice, choice.state.language)
    for part in machine.parts():
        for place in places(part):
            yield from found(place, place.format)


def found(subject: object, kind: str = "") -> Iterator[tuple[str, Finding]]:
    """What the rules for such a subject find in it; `kind` is its type, query language or format."""
    for code, rule in _rules_by_subject()[type(subject)]:
        if not rule.kinds or kind in rule.kinds:
            for finding in rule.check(subject):
                yield code, finding


@cache
def _rules_by_subject() -> dict[type[object], list[tuple[str, Rule[Any]]]]:
    by_subject: dict[type[object], list[tuple[str, Rule[Any]]]] = {}
    for code, rule in rules().items():
        by_subject.setdefault(rule.subject, []).append((code, rule))
    return by_subject
