"""Calls that nobody has mocked get an answer of the shape that the service gives."""

from __future__ import annotations

import pytest

from designer.library.samples import load_sample
from player import Execution
from player.mocks import TaskCall
from player.mocks.defaults import default_answer

ARN = "arn:aws:states:::"


def answer(resource: str, sent: object = None):
    return default_answer(TaskCall("A", {}, resource, sent or {}, 0)).result


@pytest.mark.parametrize(
    ("resource", "sent", "expected"),
    [
        (f"{ARN}lambda:invoke", {"Payload": {"id": 7}}, ("Payload", {"id": 7})),
        (f"{ARN}dynamodb:getItem", {"Key": {"id": {"S": "7"}}}, ("Item", {"id": {"S": "7"}})),
        (f"{ARN}states:startExecution.sync:2", {"Input": {"id": 7}}, ("Output", {"id": 7})),
        (f"{ARN}states:startExecution.sync", {"Input": {"id": 7}}, ("Output", '{"id": 7}')),
        (f"{ARN}sqs:sendMessage", {}, ("MessageId", "example-MessageId")),
        (f"{ARN}aws-sdk:sfn:describeExecution", {}, ("Status", "RUNNING")),
        (f"{ARN}events:putEvents", {}, ("FailedEntryCount", 1)),
    ],
)
def test_the_shape_of_the_response(resource, sent, expected):
    name, value = expected
    assert answer(resource, sent)[name] == value


def test_a_function_hands_back_what_it_was_sent():
    assert answer("arn:aws:lambda:eu-west-1:123456789012:function:f", {"id": 7}) == {"id": 7}


def test_a_wait_for_a_token_is_submitted_and_answered():
    found = default_answer(TaskCall("A", {}, f"{ARN}sns:publish.waitForTaskToken", {}, 0, "t"))
    assert found.result == {}
    assert found.submitted == {"MessageId": "example-MessageId", "SequenceNumber": "example-SequenceNumber"}


def test_an_unknown_service_answers_nothing():
    assert answer(f"{ARN}aws-sdk:fairy:grantWish") == {}


@pytest.mark.parametrize("name", ["cart-total", "checkout", "order-parts", "refund"])
def test_a_sample_runs_at_once(name):
    workflow = load_sample(name)
    sample = next(iter(workflow.design.samples.values()))
    execution = Execution(workflow.document.value, sample.input or {}, type=workflow.design.type).run()
    assert execution.status in ("SUCCEEDED", "FAILED")
