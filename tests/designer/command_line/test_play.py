"""`designer play`: a run of a workflow, as lines or as JSON."""

from __future__ import annotations

import json

import pytest

FLOW = {
    "StartAt": "在庫",
    "States": {
        "在庫": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "stock", "Payload.$": "$"},
            "TimeoutSeconds": 5,
            "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}],
            "End": True,
        }
    },
}
LOCAL = {
    "StateMachines": {"M": {"TestCases": {"Gone": {"在庫": "Gone"}}}},
    "MockedResponses": {"Gone": {"0": {"Throw": {"Error": "SoldOut", "Cause": "在庫なし"}}}},
}


@pytest.fixture(autouse=True)
def files(folder):
    (folder / "a.asl.json").write_text(json.dumps(FLOW), "utf-8")
    (folder / "in.json").write_text('{"id": 7}', "utf-8")
    (folder / "mocks.json").write_text('{"在庫": [{"error": "Busy"}, {"result": {"ok": true}}]}', "utf-8")
    (folder / "local.json").write_text(json.dumps(LOCAL), "utf-8")


def test_lines_with_the_virtual_time(folder, designer):
    ran = designer("play", "a.asl.json", "--input", "in.json", "--mocks", "mocks.json")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert '0.000s  TaskStateEntered  在庫  input {"id":7}' in lines[1]
    assert "1.000s  TaskSucceeded  invoke" in next(line for line in lines if "TaskSucceeded" in line)
    assert lines[-1] == "SUCCEEDED, 10 events"


def test_json_with_the_events_of_the_service(folder, designer):
    ran = designer("play", "a.asl.json", "--mocks", "local.json", "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, found["status"], found["error"], found["cause"]) == (1, "FAILED", "SoldOut", "在庫なし")
    assert found["events"][-1]["executionFailedEventDetails"] == {"error": "SoldOut", "cause": "在庫なし"}
    assert [event["id"] for event in found["events"]] == list(range(1, len(found["events"]) + 1))


def test_one_state_as_the_service_tests_it(folder, designer):
    request = {"mock": {"errorOutput": {"error": "Busy", "cause": "later"}}, "inspectionLevel": "DEBUG"}
    (folder / "request.json").write_text(json.dumps(request), "utf-8")
    call = ("play", "a.asl.json", "--state", "在庫", "--input", "in.json", "--request", "request.json")
    ran = designer(*call, "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, found["status"], found["error"]) == (0, "RETRIABLE", "Busy")
    details = found["inspectionData"]
    assert details["errorDetails"] == {"retryIndex": 0, "retryBackoffIntervalSeconds": 1}
    assert json.loads(details["afterParameters"]) == {"FunctionName": "stock", "Payload": {"id": 7}}
    assert designer(*call).out.splitlines()[:3] == ["error: Busy", "cause: later", "status: RETRIABLE"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--tables", "in.json"], 'in.json: The tables cannot be used: Table id: "key" must name one or two'),
        (["--state", "x"], "The service would refuse this: State 'x' not found in definition"),
        (["--state", "在庫", "--request", "list.json"], "list.json: The request must be a JSON object"),
        (["--request", "in.json"], "in.json: Name the state to test with --state."),
        (["--input", "no.json"], "no.json: There is no such file."),
        (["--input", "broken.json"], "broken.json:2: This is no valid JSON."),
        (["--mocks", "list.json"], "list.json: The mocks must be a JSON object"),
        (["--mocks", "local.json", "--case", "x"], "No test case 'x': Gone. Name a test case with --case."),
    ],
)
def test_a_refusal_is_one_line(folder, designer, arguments, reason):
    (folder / "broken.json").write_text('{"a":\n}', "utf-8")
    (folder / "list.json").write_text("[]", "utf-8")
    ran = designer("play", "a.asl.json", *arguments)
    assert (ran.code, ran.out) == (1, "")
    assert reason in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_definition_with_errors_is_not_played(folder, designer):
    (folder / "b.asl.json").write_text('{"StartAt": "A", "States": {"A": {"Type": "Pass"}}}', "utf-8")
    ran = designer("play", "b.asl.json")
    assert (ran.code, ran.out) == (1, "")
    assert "b.asl.json: Not played, for the reason above." in ran.err
