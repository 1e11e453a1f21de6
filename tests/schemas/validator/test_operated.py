"""Rules about operations cards: silent without any, and never at a loss, whatever stands on them."""

from __future__ import annotations

import json

import pytest
from budget import examples
from corpus import needs_corpus
from hypothesis import given
from hypothesis import strategies as st
from mutating import changed, small_definitions

from schemas import Document, validate
from schemas.asl.machine import Machine
from schemas.asl.walk import states
from schemas.sidecar.design import Design
from schemas.sidecar.operations import ANSWERS, FUNCTION, IDEMPOTENCY, MONEY
from schemas.validator.incremental import ValidationCache
from schemas.validator.operated.machine import OperatedMachine
from schemas.validator.rules import rules

SOME = examples(30, 600)
CARDS = st.fixed_dictionaries(
    {},
    optional={
        "customer": st.just("A mail"),
        "money": st.sampled_from(MONEY),
        "idempotency": st.fixed_dictionaries({"kind": st.sampled_from(IDEMPOTENCY)}),
        "deadline": st.sampled_from([60, 86400]),
        "function": st.sampled_from(FUNCTION),
        "failures": st.lists(
            st.fixed_dictionaries({"what": st.just("Refused"), "answer": st.sampled_from(ANSWERS)}),
            max_size=2,
        ),
    },
)


def design(value: object) -> Design:
    return Design(Document.parse(json.dumps(value), "json"))


@pytest.mark.parametrize(
    "sidecar",
    [
        {"version": 1},
        {"version": 1, "states": {"a": {"name": "A", "owner": "Desk", "businessName": "Pay"}}},
        {"version": 1, "states": {"a": {"name": "A", "operations": {}}}, "input": {"fields": {}}},
        {"version": 1, "states": [], "input": None},
        {"version": 1, "states": {"a": None, "b": {"operations": None}}, "input": {"fields": None}},
        [],
    ],
    ids=["nothing", "an owner", "empty cards", "no objects", "nothing in them", "no sidecar"],
)
def test_there_is_nothing_to_check_without_cards(sidecar):
    machine = Machine.of({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${A}"}}}, "STANDARD")
    assert not list(OperatedMachine(machine, design(sidecar)).kinds)


def test_none_of_them_is_an_error():
    assert {rule.severity for rule in rules().values() if rule.subject is OperatedMachine} == {
        "warning",
        "hint",
    }


@needs_corpus
@SOME
@given(st.data())
def test_any_cards_on_any_definition_are_compared(data):
    cache = ValidationCache()
    definition = data.draw(st.sampled_from(small_definitions()))
    for _ in range(2):
        names = dict.fromkeys(state.name for state in states(definition))
        entries = {
            f"s{number}": {
                "name": name,
                "operations": data.draw(CARDS),
                "owner": data.draw(st.sampled_from(["", "Desk"])),
            }
            for number, name in enumerate(names)
        }
        sidecar = design({"version": 1, "states": entries})
        checked = Document.parse(json.dumps(definition, ensure_ascii=False), "json")
        for found in (afresh := validate(checked, sidecar)):
            assert found.message("ja")
            assert found.message("en")
        assert validate(checked, sidecar, cache=cache) == afresh
        definition = changed(data.draw, definition)
