"""Validation with a cache gives the same findings as without one, and checks only what has changed."""

from __future__ import annotations

import json

from budget import examples
from corpus import definitions, needs_corpus
from hypothesis import given
from hypothesis import strategies as st
from mutating import changed, small_definitions

from schemas import Document, validate
from schemas.asl.flow import Flow
from schemas.asl.machine import Machine
from schemas.asl.walk import Scope, State
from schemas.sidecar.design import Design
from schemas.validator.checks import Checker, checker
from schemas.validator.incremental import ValidationCache
from schemas.validator.rules import rules
from schemas.validator.ruleset import all_rules

SOME = examples(40, 750)
EVERY = 3


def document(value: object) -> Document:
    return Document.parse(json.dumps(value, ensure_ascii=False), "json")


@needs_corpus
@SOME
@given(st.data())
def test_any_sequence_of_edits_and_undos_is_judged_as_from_scratch(data):
    past = [data.draw(st.sampled_from(small_definitions()))]
    memory = ValidationCache()
    for _ in range(data.draw(st.integers(2, 6))):
        back = data.draw(st.integers(0, len(past) - 1)) if data.draw(st.booleans()) else None
        past.append(changed(data.draw, past[-1]) if back is None else past[back])
        checked = document(past[-1])
        assert validate(checked, cache=memory) == validate(checked)


def test_values_that_python_takes_for_equal_are_not():
    memory = ValidationCache()
    for end in (True, 1, 1.0, True):
        checked = document({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": end}}})
        assert validate(checked, cache=memory) == validate(checked)


def test_a_fix_that_depends_on_a_neighbour_comes_and_goes_with_it():
    memory = ValidationCache()
    misspelt = {"Type": "Pass", "Nxt": "B"}
    last = {"Type": "Succeed"}
    for states in ({"A": misspelt}, {"A": misspelt, "B": last}, {"A": misspelt, "C": last}):
        checked = document({"StartAt": "A", "States": states})
        assert validate(checked, cache=memory) == validate(checked)


def test_other_rules_are_not_mixed_up():
    memory = ValidationCache()
    checked = document({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "A", "End": False}}})
    for chosen in (all_rules(), all_rules().only("error"), all_rules()):
        assert validate(checked, rules=chosen, cache=memory) == validate(checked, rules=chosen)


def card(**fields: object) -> Design:
    entry = {"name": "A", "operations": fields} if fields else {"name": "A"}
    return Design(document({"version": 1, "states": {"a": entry}}))


def test_a_card_that_changes_is_compared_again():
    memory = ValidationCache()
    checked = document({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${Pay}", "End": True}}})
    seen = set()
    for design in (card(), card(money="takes"), card(money="losesFee"), card(money="takes"), card(), None):
        found = validate(checked, design, cache=memory)
        assert found == validate(checked, design)
        seen.add(frozenset(each.code for each in found if each.code.startswith(("loss", "money"))))
    assert seen == {
        frozenset(),
        frozenset({"money-without-idempotency"}),
        frozenset({"loss-without-decision", "money-without-idempotency"}),
    }


class Counting(Checker):
    """Counts what is checked."""

    def __init__(self) -> None:
        super().__init__(all_rules())
        self.scopes: list[tuple] = []
        self.states: list[str] = []

    def of_scope(self, flow):
        self.scopes.append(flow.scope.path)
        return super().of_scope(flow)

    def of_state(self, state):
        self.states.append(state.name)
        return super().of_state(state)


def flow_of(count: int) -> dict:
    states = {f"S{index}": {"Type": "Pass", "Next": f"S{index + 1}"} for index in range(count)}
    inner = {"StartAt": "In", "States": {"In": {"Type": "Pass", "End": True}}}
    each = {"Type": "Map", "ItemProcessor": inner, "End": True}
    return {"StartAt": "S0", "States": {**states, f"S{count}": each}}


def test_only_what_has_changed_is_checked_again():
    memory, counting, definition = ValidationCache(), Counting(), flow_of(50)
    list(memory.findings(Machine.of(definition, "STANDARD"), counting))
    assert len(counting.states) == 52
    counting.states, counting.scopes = [], []
    definition["States"]["S7"] = {"Type": "Wait", "Seconds": 1, "Next": "S8"}
    list(memory.findings(Machine.of(definition, "STANDARD"), counting))
    assert counting.states == ["S7"]
    assert counting.scopes == [()]
    counting.states, counting.scopes = [], []
    list(memory.findings(Machine.of(definition, "STANDARD"), counting))
    assert (counting.states, counting.scopes) == ([], [])


def from_rules(found: list) -> list:
    return [(code, finding) for code, finding in found if code in rules()]


def alone(state: State) -> State:
    """The state in a scope that has nothing else."""
    scope = state.scope
    around = Scope(scope.path, {"States": {state.name: state.fields}}, scope.language, None)
    return State(state.name, state.path, state.fields, around)


def loose(flow: Flow) -> Flow:
    """The scope in a state of which nothing but the type is left."""
    owner = flow.scope.owner
    if owner is None:
        return flow
    bare = State(owner.name, owner.path, {"Type": owner.type}, Scope((), {}, "JSONPath", None))
    scope = Scope(flow.scope.path, flow.scope.fields, flow.scope.language, bare)
    states = {name: State(name, state.path, state.fields, scope) for name, state in flow.states.items()}
    return Flow(scope, states)


@needs_corpus
def test_a_rule_looks_at_its_subject_alone():
    check = checker(all_rules())
    for path in definitions()[::EVERY]:
        for flow in Machine.of(Document.parse(path.read_text(encoding="utf-8")).value, "STANDARD").flows:
            assert from_rules(check.of_scope(flow)) == from_rules(check.of_scope(loose(flow))), path
            for state in flow.states.values():
                assert from_rules(check.of_state(state)) == from_rules(check.of_state(alone(state))), path
