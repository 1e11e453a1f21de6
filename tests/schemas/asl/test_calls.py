"""The calls that send a message: of an optimized service and of the SDK, and what only sounds like one."""

from __future__ import annotations

import pytest

from schemas.asl.services.calls import sends_message
from schemas.asl.walk import states


@pytest.mark.parametrize(
    ("call", "sends"),
    [
        ("sns:publish", True),
        ("sqs:sendMessage", True),
        ("events:putEvents", True),
        ("aws-sdk:eventbridge:putEvents", True),
        ("aws-sdk:sesv2:sendEmail", True),
        ("aws-sdk:sesv2:putSuppressedDestination", False),
        ("aws-sdk:sns:putDataProtectionPolicy", False),
        ("aws-sdk:eventbridge:putRule", False),
        ("dynamodb:putItem", False),
    ],
)
def test_a_message_is_sent_by_the_actions_that_send(call: str, sends: bool) -> None:
    task = {"Type": "Task", "Resource": f"arn:aws:states:::{call}", "End": True}
    [found] = states({"StartAt": "A", "States": {"A": task}})
    assert sends_message(found) is sends
