"""One pass over a machine: each part against its JSON Schema, and the rules for what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schemas.expressions.places import Place, formats_in, places
from schemas.flow import Flow
from schemas.machine import Machine, Part, schema_of_choice_rule, schema_of_scope, schema_of_state
from schemas.paths import Json, Path
from schemas.ruleset import Found, RuleSet
from schemas.shape import misfits, sieve
from schemas.walk import Scope, State, choice_rules


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks of a machine, of one of its scopes beside its states, and of one state, by `rules`.

    What is said of a state follows from its path, its fields and the query language of its scope, but for the
    fixes of misfits, which look at the names of its neighbours. What is said of a scope follows from its
    path, its fields, its query language and the type of the state around it.
    """

    rules: RuleSet

    def of_machine(self, machine: Machine) -> list[Found]:
        """What is wrong with the whole."""
        found = list(self.rules.findings(machine))
        if not machine.flows:
            found.extend(self._in_part("machine", machine.definition, ()))
        return found

    def of_scope(self, flow: Flow) -> list[Found]:
        """What is wrong with how a scope's states belong together, and with what stands beside them."""
        found = list(self.rules.findings(flow))
        found.extend(self._in_part(schema_of_scope(flow.scope), flow.scope.fields, flow.scope.path))
        return found

    def of_state(self, state: State) -> list[Found]:
        """What is wrong with one state."""
        kind = state.type
        found: list[Found] = []
        if state.is_object:
            found.extend(self._in_part(schema_of_state(state), state.fields, state.path, state.scope))
        for code, check in self.rules.checks(State, kind):
            for finding in check(state):
                found.append((code, finding))
        if kind == "Choice":
            found.extend(self._in_choice(state))
        return found

    def _in_choice(self, state: State) -> Iterator[Found]:
        for rule in choice_rules(state):
            yield from self.rules.findings(rule, state.language)
            yield from self._in_part(schema_of_choice_rule(rule), rule.fields, rule.path)

    def _in_part(self, schema: str, value: Json, path: Path, scope: Scope | None = None) -> list[Found]:
        found: list[Found] = []
        if not sieve(schema).is_valid(value):
            found.extend(misfits(Part(schema, value, path, scope)))
        if not isinstance(value, dict) or formats_in(schema).keys().isdisjoint(value):
            return found
        for place in places(Part(schema, value, path, scope)):
            for code, check in self.rules.checks(Place, place.format):
                for finding in check(place):
                    found.append((code, finding))
        return found


def findings(machine: Machine, checks: Checks) -> Iterator[Found]:
    """What is wrong with a machine and everything in it."""
    yield from checks.of_machine(machine)
    for flow in machine.flows:
        yield from checks.of_scope(flow)
        for state in flow.states.values():
            yield from checks.of_state(state)
