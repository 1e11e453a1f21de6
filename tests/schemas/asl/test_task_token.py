"""Waiting for an answer puts the token of the task into the message; waiting no longer takes it out."""

from __future__ import annotations

import json

import pytest
from rule_cases import alone, jsonata, task

from schemas import Document, validate
from schemas.asl.services import WAIT, actions, integration, patterns, services
from schemas.asl.services.task_token import with_token, without_token
from schemas.asl.states import new_state

STATES = "arn:aws:states:::"
PATH, EXPRESSION = {"TaskToken.$": "$$.Task.Token"}, {"TaskToken": "{% $states.context.Task.Token %}"}
VARIABLE = {"Name": "TASK_TOKEN", "Value.$": "$$.Task.Token"}

CASES = {
    "lambda:invoke": [
        ({"FunctionName": "f", "Payload.$": "$"}, {"FunctionName": "f", "Payload": {"Input.$": "$", **PATH}}),
        ({"Payload": {"a": 1}}, {"Payload": {"a": 1, **PATH}}),
        ({"FunctionName": "f"}, {"FunctionName": "f", "Payload": PATH}),
    ],
    "sqs:sendMessage": [
        ({"MessageBody": "m", "QueueUrl": "q"}, {"MessageBody": {"Content": "m", **PATH}, "QueueUrl": "q"}),
        ({"MessageBody": {"Ref": "B"}}, {"MessageBody": {"Content": {"Ref": "B"}, **PATH}}),
        ({"MessageBody.$": "$.m"}, {"MessageBody": {"Content.$": "$.m", **PATH}}),
    ],
    "sns:publish": [({"Message": {"order.$": "$.id"}}, {"Message": {"order.$": "$.id", **PATH}})],
    "states:startExecution": [({"StateMachineArn": "s"}, {"StateMachineArn": "s", "Input": PATH})],
    "events:putEvents": [
        (
            {"Entries": [{"Detail": {}, "Source": "s"}, {"Source": "t"}]},
            {"Entries": [{"Detail": PATH, "Source": "s"}, {"Source": "t"}]},
        ),
        (None, {"Entries": [{"Detail": PATH}]}),
    ],
    "apigateway:invoke": [
        ({"Method": "POST"}, {"Method": "POST", "Headers": {"TaskToken.$": "States.Array($$.Task.Token)"}})
    ],
    "ecs:runTask": [
        (
            {"Cluster": "c"},
            {
                "Cluster": "c",
                "Overrides": {
                    "ContainerOverrides": [{"Name": "${ContainerName}", "Environment": [VARIABLE]}]
                },
            },
        ),
        (
            {"Overrides": {"ContainerOverrides": [{"Name": "app", "Environment": [{"Name": "A"}]}]}},
            {
                "Overrides": {
                    "ContainerOverrides": [{"Name": "app", "Environment": [{"Name": "A"}, VARIABLE]}]
                }
            },
        ),
    ],
    "eks:runJob": [
        (
            {"Job": {"spec": {"template": {"spec": {"containers": [{"name": "c"}]}}}}},
            {
                "Job": {
                    "spec": {
                        "template": {
                            "spec": {
                                "containers": [
                                    {
                                        "name": "c",
                                        "env": [{"name": "TASK_TOKEN", "value.$": "$$.Task.Token"}],
                                    }
                                ]
                            }
                        }
                    }
                }
            },
        )
    ],
    "aws-sdk:sqs:sendMessage": [
        ({"QueueUrl": "q"}, {"QueueUrl": "q", "MessageBody.$": "States.JsonToString($$.Task)"}),
        ({"MessageBody": "m"}, {"MessageBody": "m"}),
    ],
    "dynamodb:putItem": [({"TableName": "t"}, {"TableName": "t"})],
}


def each():
    return [
        pytest.param(call, *case, id=f"{call} {index}")
        for call, cases in CASES.items()
        for index, case in enumerate(cases)
    ]


@pytest.mark.parametrize(("call", "before", "after"), each())
def test_the_message_gets_the_token(call, before, after):
    assert with_token(integration(STATES + call), "JSONPath", before) == after


@pytest.mark.parametrize(("call", "before"), [(each.values[0], each.values[1]) for each in each()])
@pytest.mark.parametrize("language", ["JSONPath", "JSONata"])
def test_a_state_that_waits_no_longer_has_no_token(call, before, language):
    waiting = with_token(integration(STATES + call), language, before)
    assert "Token" not in json.dumps(without_token(language, waiting))


def test_a_message_is_unwrapped_as_it_was():
    call = integration(f"{STATES}lambda:invoke")
    for before in ({"FunctionName": "f", "Payload.$": "$"}, {"Payload": {"a": 1}}):
        assert without_token("JSONPath", with_token(call, "JSONPath", before)) == before
    before = {"Payload": "{% $states.input %}"}
    after = {"Payload": {"Input": "{% $states.input %}", **EXPRESSION}}
    assert with_token(call, "JSONata", before) == after
    assert without_token("JSONata", after) == before


@pytest.mark.parametrize("arguments", ["${All}", {"Fn::GetAtt": ["A", "B"]}, [1]])
def test_arguments_that_are_not_written_out_stay(arguments):
    assert with_token(integration(f"{STATES}sqs:sendMessage"), "JSONata", arguments) == arguments
    assert without_token("JSONata", arguments) == arguments


def test_a_new_state_that_waits_passes_its_token():
    state = new_state("sqs:sendMessage.waitForTaskToken", "JSONata")
    assert state["Arguments"]["MessageBody"] == {"Content": "message", **EXPRESSION}


CARRYING = [
    f"{service}:{action}"
    for service in services()
    if ":" not in service and service not in ("bedrock", "eks")
    for action in actions(service)
    if WAIT in patterns(service, action)
]
"""Every optimized integration that can wait, but for the two whose message is not known beforehand."""


@pytest.mark.parametrize("language", ["JSONPath", "JSONata"])
@pytest.mark.parametrize("call", CARRYING)
def test_every_integration_that_can_wait_passes_its_token(call, language):
    arguments = with_token(integration(STATES + call), language, {})
    field = {"Arguments" if language == "JSONata" else "Parameters": arguments}
    state = task(f"{STATES}{call}{WAIT}", TimeoutSeconds=60, **field)
    machine = jsonata({"A": state}) if language == "JSONata" else alone(state)
    found = {each.code for each in validate(Document.parse(json.dumps(machine), "json"))}
    assert found <= {"missing-parameter", "lambda-without-retry"}, found
