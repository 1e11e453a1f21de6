"""A state alone runs as the service's TestState recorded it, and its refusals have the service's words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from corpus import CORPUS, needs_corpus
from recorded import is_same, lines

from player.state_tests.request import RequestRefused
from player.state_tests.state_test import run_state_test

RECORDINGS = lines(CORPUS / "player" / "teststate.jsonl") if CORPUS else []
TASK = {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "End": True}
MAP = {
    "Type": "Map",
    "ItemsPath": "$.items",
    "ToleratedFailureCount": 1,
    "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "Each",
        "States": {"Each": {"Type": "Pass", "End": True}},
    },
    "End": True,
}
STARTED = {"ExecutionArn": "arn", "StartDate": "2026-01-01T00:00:00Z"}


def _called(recording: dict[str, Any]) -> dict[str, Any]:
    """The recorded parameters; a call that reached a service is mocked with the result that it gave."""
    call = recording["call"]
    definition, expected = recording["definition"], recording["expected"]
    if definition.get("Type") != "Task" or "mock" in call:
        return dict(call)
    result = expected.get("inspectionData", {}).get("result", expected["output"])
    return {**call, "mock": {"result": result, "fieldValidationMode": "NONE"}}


@needs_corpus
@pytest.mark.parametrize("recording", RECORDINGS, ids=lambda one: one["id"].split("::", 1)[-1])
def test_a_state_ends_as_it_was_recorded(recording):
    assert is_same(recording["expected"], run_state_test(recording["definition"], _called(recording)))


def test_the_response_has_texts_like_the_service():
    definition = {"QueryLanguage": "JSONata", "Type": "Pass", "Output": {"n": "{% $n + 1 %}"}, "Next": "B"}
    found = run_state_test(definition, {"variables": '{"n": 1}', "inspectionLevel": "DEBUG"})
    assert found == {
        "output": '{"n":2}',
        "nextState": "B",
        "status": "SUCCEEDED",
        "inspectionData": {"input": "{}"},
    }


def test_a_task_without_a_mock_has_an_answer_of_the_shape_of_its_service():
    found = run_state_test(TASK, {})
    assert json.loads(str(found["output"])).keys() >= {"ExecutionArn", "StartDate"}


def test_an_expression_that_fails_has_the_bare_cause():
    definition = {"QueryLanguage": "JSONata", "Type": "Pass", "Output": "{% $states.input.a %}", "End": True}
    found = run_state_test(definition, {"input": {}})
    assert found["status"] == "FAILED"
    assert found["error"] == "States.QueryEvaluationError"
    assert str(found["cause"]).startswith("The JSONata expression")


def test_a_map_shows_its_items_and_its_limits():
    definition = {**MAP, "ItemSelector": {"i.$": "$$.Map.Item.Value"}, "ItemBatcher": {"MaxItemsPerBatch": 2}}
    parameters = {"input": {"items": [1, 2, 3]}, "mock": {"result": []}, "inspectionLevel": "DEBUG"}
    inspected = run_state_test(definition, parameters)["inspectionData"]
    assert {key: inspected[key] for key in ("afterItemsPath", "afterItemSelector", "afterItemBatcher")} == {
        "afterItemsPath": "[1,2,3]",
        "afterItemSelector": '[{"i":1},{"i":2},{"i":3}]',
        "afterItemBatcher": '[{"Items":[{"i":1},{"i":2}]},{"Items":[{"i":3}]}]',
    }
    assert (inspected["maxConcurrency"], inspected["toleratedFailureCount"]) == (0, 1)


@pytest.mark.parametrize(("failures", "status"), [(0, "SUCCEEDED"), (1, "SUCCEEDED"), (2, "FAILED")])
def test_a_map_fails_beyond_its_tolerated_failures(failures, status):
    parameters = {
        "input": {"items": [1, 2, 3]},
        "mock": {"result": [1]},
        "stateConfiguration": {"mapIterationFailureCount": failures},
    }
    found = run_state_test(MAP, parameters)
    assert found["status"] == status
    if status == "FAILED":
        assert found["error"] == "States.ExceedToleratedFailureThreshold"


def test_a_failure_is_caught_after_its_last_retry():
    definition = {
        **TASK,
        "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 2}],
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Human", "ResultPath": "$.error"}],
    }
    parameters = {
        "input": {"order": 1},
        "mock": {"errorOutput": {"error": "Declined", "cause": "card"}},
        "stateConfiguration": {"retrierRetryCount": 2},
        "inspectionLevel": "DEBUG",
    }
    found = run_state_test(definition, parameters)
    assert (found["status"], found["nextState"]) == ("CAUGHT_ERROR", "Human")
    assert json.loads(str(found["output"])) == {"order": 1, "error": {"Error": "Declined", "Cause": "card"}}
    assert found["inspectionData"]["errorDetails"] == {"retryIndex": 0, "catchIndex": 0}


def _mocked(result: Any, **mock: str) -> dict[str, Any]:
    return {"mock": {"result": result, **mock}}


@pytest.mark.parametrize(
    ("definition", "parameters", "words"),
    [
        (
            {"Type": "Pass", "End": True},
            _mocked({}),
            "State type 'Pass' is not supported when a mock is specified",
        ),
        (
            MAP,
            {},
            "TestState API does not support Map or Parallel states. Supported state types include: [Task",
        ),
        (TASK, {"mock": {}}, "exactly one of: result, errorOutput"),
        (TASK, {"mock": {"result": {}, "errorOutput": {}}}, "exactly one of: result, errorOutput"),
        (TASK, {**_mocked(STARTED), "revealSecrets": True}, "RevealSecrets"),
        (TASK, _mocked({}), "schema validation error: Required field 'ExecutionArn' is missing"),
        (
            TASK,
            _mocked({**STARTED, "StartDate": 1}),
            "schema validation error: Field 'StartDate' must be a string",
        ),
        (
            TASK,
            _mocked({"StartDate": True}, fieldValidationMode="PRESENT"),
            "schema validation error: Field 'StartDate' must be a string",
        ),
        (MAP, {"input": {"items": []}, **_mocked({})}, "must be an array"),
        (
            MAP,
            {"input": {"items": [1]}, **_mocked([]), "stateConfiguration": {"mapIterationFailureCount": 2}},
            "must not be greater than the number of items",
        ),
        (
            MAP,
            {**_mocked([]), "stateConfiguration": {"errorCausedByState": "Gone"}},
            "State 'Gone' of 'errorCausedByState' not found in definition",
        ),
        ({"Type": "Parallel", "Branches": [{}, {}], "End": True}, _mocked([1]), "an array of 2 outputs"),
        ({"StartAt": "A", "States": {"A": TASK}}, {}, "'stateName' has to name the state"),
        ({"StartAt": "A", "States": {"A": TASK}}, {"stateName": "B"}, "State 'B' not found in definition"),
        (TASK, {"input": "{"}, "'input' must be valid JSON"),
        (TASK, {"inspectionLevel": "ALL"}, "must be one of INFO, DEBUG, TRACE"),
        (TASK, {"context": "{}"}, "only be specified together with a mock"),
        (TASK, {"stateConfiguration": {"retrierRetryCount": -1}}, "a whole number of at least 0"),
    ],
)
def test_a_refusal(definition, parameters, words):
    with pytest.raises(RequestRefused) as refused:
        run_state_test(definition, parameters)
    assert words in str(refused.value)


@pytest.mark.parametrize("mode", ["PRESENT", "NONE"])
def test_a_result_may_lack_fields_where_that_is_asked_for(mode):
    assert run_state_test(TASK, _mocked({}, fieldValidationMode=mode))["status"] == "SUCCEEDED"
