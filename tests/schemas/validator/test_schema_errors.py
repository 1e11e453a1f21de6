"""The JSON Schemas, and the diagnostics of values that violate them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from corpus import definitions, needs_corpus
from jsonschema import Draft202012Validator

from schemas import Document, validate
from schemas.asl.json_schema import schema
from schemas.asl.machine import (
    Machine,
    SchemaInstance,
    schema_of_choice_rule,
    schema_of_scope,
    schema_of_state,
)
from schemas.asl.states import kinds
from schemas.asl.walk import choice_rules
from schemas.core.placeholder import Unquoted
from schemas.document.json.writer import write_json
from schemas.validator.schema_errors.validators import explaining_validator, fast_validator

NAMES = sorted(
    entry.name.removesuffix(".schema.json")
    for entry in (files("schemas") / "asl").iterdir()
    if entry.name.endswith(".schema.json")
)
LANGUAGE_PARTS = [name for name in NAMES if name not in ("design", "fields")]


def state(fields: dict, **machine) -> Document:
    return Document.parse(write_json({"StartAt": "A", "States": {"A": fields}, **machine}))


def found(fields: dict, **machine) -> set[tuple[str, str]]:
    return {(diagnostic.code, diagnostic.pointer) for diagnostic in validate(state(fields, **machine))}


def parts(machine: Machine) -> Iterator[SchemaInstance]:
    for flow in machine.flows:
        yield SchemaInstance(schema_of_scope(flow.scope), flow.scope.fields, flow.scope.path)
    for state in machine.states:
        if state.is_object:
            yield SchemaInstance(schema_of_state(state), state.fields, state.path, state.scope)
        for rule in choice_rules(state):
            yield SchemaInstance(schema_of_choice_rule(state.language), rule.fields, rule.path)


@pytest.mark.parametrize("name", LANGUAGE_PARTS)
def test_a_schema_is_a_schema(name):
    Draft202012Validator.check_schema(schema(name))


def test_there_is_a_schema_for_each_state_type_and_query_language():
    expected = {f"{kind.lower()}.{language}" for kind in kinds() for language in ("jsonpath", "jsonata")}
    assert expected <= set(NAMES)


@needs_corpus
def test_both_schema_validators_agree_on_every_part_of_every_definition():
    for path in definitions():
        value = Document.parse(path.read_text(encoding="utf-8")).value
        for part in parts(Machine.of(value, "STANDARD")):
            quick = fast_validator(part.schema)(part.value)
            assert quick == explaining_validator(part.schema).is_valid(part.value), (path, part.path)


@pytest.mark.parametrize(
    ("fields", "code", "pointer"),
    [
        ({"Type": "Task", "End": True}, "missing-field", "/States/A"),
        ({"Type": "Pass", "Rezult": 1, "End": True}, "unknown-field", "/States/A/Rezult"),
        ({"Type": "Pass", "Output": 1, "End": True}, "wrong-language-field", "/States/A/Output"),
        ({"Type": "Pass", "Next": 5}, "not-a-string", "/States/A/Next"),
        ({"Type": "Parallel", "Branches": {}, "End": True}, "not-a-list", "/States/A/Branches"),
        ({"Type": "Parallel", "Branches": [], "End": True}, "empty", "/States/A/Branches"),
        ({"Type": "Parallel", "Branches": [5], "End": True}, "not-an-object", "/States/A/Branches/0"),
        ({"Type": "Pass", "End": "yes"}, "not-true-or-false", "/States/A/End"),
        ({"Type": "Wait", "Seconds": -1, "End": True}, "too-small", "/States/A/Seconds"),
        ({"Type": "Wait", "Seconds": 1.5, "End": True}, "not-a-whole-number", "/States/A/Seconds"),
        ({"Type": "Wait", "Seconds": 10**9, "End": True}, "too-large", "/States/A/Seconds"),
        ({"Type": "Wait", "End": True}, "missing-one-of", "/States/A"),
        (
            {"Type": "Wait", "Seconds": 1, "SecondsPath": "$.a", "End": True},
            "conflicting-fields",
            "/States/A/SecondsPath",
        ),
        ({"Type": "Fail", "Error": "E", "ErrorPath": "$.e"}, "conflicting-fields", "/States/A/ErrorPath"),
        ({"Type": "Wait1", "End": True}, "not-one-of", "/States/A/Type"),
        ({}, "missing-field", "/States/A"),
        (5, "not-an-object", "/States/A"),
    ],
)
def test_what_does_not_fit_is_told_where_it_stands(fields, code, pointer):
    assert (code, pointer) in found(fields)


def test_a_catcher_in_the_other_query_language_is_told():
    catcher = {"ErrorEquals": ["States.ALL"], "Output": {}, "Next": "A"}
    assert ("wrong-language-field", "/States/A/Catch/0/Output") in found(
        {"Type": "Task", "Resource": "x", "Catch": [catcher], "End": True}
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"Type": "Task", "Resource": "${ChargeFunctionArn}", "End": True},
        {"Type": "Task", "Resource": {"Fn::GetAtt": ["Charge", "Arn"]}, "End": True},
        {"Type": "Wait", "Seconds": Unquoted("${WaitSeconds}"), "End": True},
        {"Type": "Wait", "Timestamp": "${SaleStart}", "End": True},
        {"Type": "Pass", "Parameters": {"table.$": "${TablePath}"}, "InputPath": "${InputPath}", "End": True},
        {
            "Type": "Task",
            "Resource": "${Charge}",
            "Retry": [{"ErrorEquals": ["States.ALL"], "JitterStrategy": "${Jitter}"}],
            "End": True,
        },
    ],
)
def test_a_value_that_deployment_puts_in_is_accepted(fields):
    assert found(fields) == set()


def test_a_misspelt_field_comes_with_the_name_it_means():
    (diagnostic,) = validate(state({"Type": "Pass", "Paramaters": {}, "End": True}))
    assert diagnostic.params == {"field": "Paramaters", "nearest": "Parameters"}


def test_a_retry_may_wait_0_seconds_and_a_machine_have_a_timeout_of_0():
    retry = [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 0, "MaxAttempts": 0}]
    task = {"Type": "Task", "Resource": "${Pay}", "Retry": retry, "End": True}
    assert found(task, TimeoutSeconds=0) == set()
    assert found({**task, "TimeoutSeconds": 0}) == {("too-small", "/States/A/TimeoutSeconds")}


@pytest.mark.parametrize(("version", "flagged"), [("1.0", set()), ("2.0", {("not-one-of", "/Version")})])
def test_the_language_has_one_version(version, flagged):
    assert found({"Type": "Succeed"}, Version=version) == flagged
