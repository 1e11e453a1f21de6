"""Checks a machine in one pass: each value against its JSON Schema, and the rules for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from schemas.asl.expressions.formatted_values import FormattedValue, formats_in, formatted_values
from schemas.asl.flow import Flow
from schemas.asl.machine import Machine, SchemaInstance, schema_of_choice_rule, schema_of_scope, state_schemas
from schemas.asl.placeholder_kinds import Placed, in_scope, in_state
from schemas.asl.walk import ChoiceRule, QueryLanguage, State, choice_rules
from schemas.core.paths import Json
from schemas.sidecar.design import Design
from schemas.validator.operated.machine import OperatedMachine
from schemas.validator.ruleset import Checks, CodedFinding, RuleSet
from schemas.validator.schema_errors import fast_validator, schema_errors


@dataclass(frozen=True, slots=True)
class SchemaPlan:
    """The checks of values with one JSON Schema.

    `is_valid` checks the schema; `formatted_fields` are the fields with values that have a format
    (expressions and others); `checks` are the rules.
    """

    schema: str
    is_valid: Callable[[Json], bool]
    formatted_fields: frozenset[str]
    checks: Checks


class Checker:
    """Checks a machine as a whole, one of its scopes, or one state, by a set of rules.

    `ValidationCache` relies on this: the findings of a state depend only on its path, its fields and the
    query language of its scope (the fixes of schema errors also on the names of the other states). The
    findings of a scope depend only on its path, its fields, its query language and the type of the state
    around it.
    """

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self._of_states: dict[tuple[str, QueryLanguage], SchemaPlan] = {}
        self._of_choice_rules: dict[QueryLanguage, SchemaPlan] = {}
        self._of_placeholders = rules.checks(Placed)

    def of_machine(self, machine: Machine) -> list[CodedFinding]:
        """The findings about the machine as a whole."""
        found = list(self.rules.findings(machine))
        if not machine.flows:
            found.extend(schema_errors(SchemaInstance("machine", machine.definition, ())))
        return found

    def of_operations(self, machine: Machine, design: Design | None) -> Iterator[CodedFinding]:
        """The findings about the machine and the cards and contract of its sidecar; none without them."""
        if design is None:
            return
        operated = OperatedMachine(machine, design)
        for kind in operated.kinds:
            yield from self.rules.findings(operated, kind)

    def of_scope(self, flow: Flow) -> list[CodedFinding]:
        """The findings about the flow of a scope and about its fields other than the states."""
        found = list(self.rules.findings(flow))
        instance = SchemaInstance(schema_of_scope(flow.scope), flow.scope.fields, flow.scope.path)
        found.extend(schema_errors(instance))
        found.extend(self._in_formatted_values(instance))
        found.extend(self._in_placeholders(in_scope(flow.scope)))
        return found

    def of_state(self, state: State) -> list[CodedFinding]:
        """The findings about one state, without those about the scopes inside it."""
        kind, fields = state.type, state.fields
        plan = self._of_states.get((kind, state.language)) or self._plan_of_state(kind, state.language)
        found: list[CodedFinding] = []
        if not plan.is_valid(fields) and state.is_object:
            found.extend(schema_errors(SchemaInstance(plan.schema, fields, state.path, state.scope)))
        for code, check in plan.checks:
            for finding in check(state):
                found.append((code, finding))
        if not plan.formatted_fields.isdisjoint(fields):
            found.extend(self._in_formatted_values(SchemaInstance(plan.schema, fields, state.path)))
        if kind == "Choice":
            found.extend(self._in_choice(state))
        if self._of_placeholders:
            found.extend(self._in_placeholders(in_state(state)))
        return found

    def _in_choice(self, state: State) -> Iterator[CodedFinding]:
        plan = self._of_choice_rules.get(state.language) or self._plan_of_choice_rule(state.language)
        for rule in choice_rules(state):
            instance = SchemaInstance(plan.schema, rule.fields, rule.path)
            if not plan.is_valid(rule.fields):
                yield from schema_errors(instance)
            for code, check in plan.checks:
                for finding in check(rule):
                    yield code, finding
            if not plan.formatted_fields.isdisjoint(rule.fields):
                yield from self._in_formatted_values(instance)

    def _in_formatted_values(self, instance: SchemaInstance) -> Iterator[CodedFinding]:
        for value in formatted_values(instance):
            for code, check in self.rules.checks(FormattedValue, value.format):
                for finding in check(value):
                    yield code, finding

    def _in_placeholders(self, found: Iterable[Placed]) -> Iterator[CodedFinding]:
        for placed in found:
            for code, check in self._of_placeholders:
                for finding in check(placed):
                    yield code, finding

    def _plan_of_state(self, kind: str, language: QueryLanguage) -> SchemaPlan:
        """The plan for states of that type, or of any other. Schemas are compiled as they are needed."""
        schema = state_schemas().get((kind, language))
        known = kind if schema else ""
        if (known, language) not in self._of_states:
            plan = self._plan(schema or "state", self.rules.checks(State, known))
            self._of_states[known, language] = plan
        return self._of_states[known, language]

    def _plan_of_choice_rule(self, language: QueryLanguage) -> SchemaPlan:
        plan = self._plan(schema_of_choice_rule(language), self.rules.checks(ChoiceRule, language))
        self._of_choice_rules[language] = plan
        return plan

    def _plan(self, schema: str, checks: Checks) -> SchemaPlan:
        return SchemaPlan(schema, fast_validator(schema), frozenset(formats_in(schema)), checks)


@lru_cache(maxsize=16)
def checker(rules: RuleSet) -> Checker:
    """The checker for `rules`, cached because it takes time to build."""
    return Checker(rules)


def findings(machine: Machine, checker: Checker, design: Design | None = None) -> Iterator[CodedFinding]:
    """The findings in a machine and everything inside it, and beside its sidecar, with their codes."""
    yield from checker.of_machine(machine)
    yield from checker.of_operations(machine, design)
    for flow in machine.flows:
        yield from checker.of_scope(flow)
        for state in flow.states.values():
            yield from checker.of_state(state)
