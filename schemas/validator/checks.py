"""One pass over a machine: each part against its JSON Schema, and the rules for what stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from schemas.asl.expressions.formatted_values import FormattedValue, formats_in, formatted_values
from schemas.asl.flow import Flow
from schemas.asl.machine import Machine, SchemaInstance, schema_of_choice_rule, schema_of_scope, state_schemas
from schemas.asl.walk import ChoiceRule, QueryLanguage, State, choice_rules
from schemas.core.paths import Json
from schemas.validator.ruleset import Checks, CodedFinding, RuleSet
from schemas.validator.schema_errors import fast_validator, schema_errors


@dataclass(frozen=True, slots=True)
class SchemaPlan:
    """How what has a JSON Schema is checked: whether it fits, its fields that hold expressions, its rules."""

    schema: str
    fits: Callable[[Json], bool]
    written: frozenset[str]
    checks: Checks


class Checker:
    """The checks of a machine, of one of its scopes beside its states, and of one state, by some rules.

    What is said of a state follows from its path, its fields and the query language of its scope, but for the
    fixes of misfits, which look at the names of its neighbours. What is said of a scope follows from its
    path, its fields, its query language and the type of the state around it.
    """

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self._states = {
            kind: self._plan(schema, rules.checks(State, kind[0])) for kind, schema in state_schemas().items()
        }
        self._other = self._plan("state", rules.checks(State))
        self._choice_rules = {
            language: self._plan(schema_of_choice_rule(language), rules.checks(ChoiceRule, language))
            for language in get_args(QueryLanguage)
        }

    def of_machine(self, machine: Machine) -> list[CodedFinding]:
        """What is wrong with the whole."""
        found = list(self.rules.findings(machine))
        if not machine.flows:
            found.extend(schema_errors(SchemaInstance("machine", machine.definition, ())))
        return found

    def of_scope(self, flow: Flow) -> list[CodedFinding]:
        """What is wrong with how a scope's states belong together, and with what stands beside them."""
        found = list(self.rules.findings(flow))
        part = SchemaInstance(schema_of_scope(flow.scope), flow.scope.fields, flow.scope.path)
        found.extend(schema_errors(part))
        found.extend(self._in_places(part))
        return found

    def of_state(self, state: State) -> list[CodedFinding]:
        """What is wrong with one state."""
        kind, fields = state.type, state.fields
        plan = self._states.get((kind, state.language), self._other)
        found: list[CodedFinding] = []
        if not plan.fits(fields) and state.is_object:
            found.extend(schema_errors(SchemaInstance(plan.schema, fields, state.path, state.scope)))
        for code, check in plan.checks:
            for finding in check(state):
                found.append((code, finding))
        if not plan.written.isdisjoint(fields):
            found.extend(self._in_places(SchemaInstance(plan.schema, fields, state.path)))
        if kind == "Choice":
            found.extend(self._in_choice(state))
        return found

    def _in_choice(self, state: State) -> Iterator[CodedFinding]:
        plan = self._choice_rules[state.language]
        for rule in choice_rules(state):
            part = SchemaInstance(plan.schema, rule.fields, rule.path)
            if not plan.fits(rule.fields):
                yield from schema_errors(part)
            for code, check in plan.checks:
                for finding in check(rule):
                    yield code, finding
            if not plan.written.isdisjoint(rule.fields):
                yield from self._in_places(part)

    def _in_places(self, part: SchemaInstance) -> Iterator[CodedFinding]:
        for place in formatted_values(part):
            for code, check in self.rules.checks(FormattedValue, place.format):
                for finding in check(place):
                    yield code, finding

    def _plan(self, schema: str, checks: Checks) -> SchemaPlan:
        return SchemaPlan(schema, fast_validator(schema).is_valid, frozenset(formats_in(schema)), checks)


@lru_cache(maxsize=16)
def checker(rules: RuleSet) -> Checker:
    """The checks by `rules`, compiled once."""
    return Checker(rules)


def findings(machine: Machine, checker: Checker) -> Iterator[CodedFinding]:
    """What is wrong with a machine and everything in it."""
    yield from checker.of_machine(machine)
    for flow in machine.flows:
        yield from checker.of_scope(flow)
        for state in flow.states.values():
            yield from checker.of_state(state)
