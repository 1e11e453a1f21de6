"""Waits for the answer of a person: a message with the task's token in a queue, and a deadline.

A queue keeps a request until somebody has taken it, and hands it out again if they drop it; a mail by SNS is
sent once and may be overlooked. So requests go to SQS, as in the samples.
"""

from __future__ import annotations

from collections.abc import Sequence

from schemas.asl.services.integration import integration
from schemas.asl.services.task_token import with_token
from schemas.conversion.states.results import with_result
from schemas.core.paths import Json

ASSUMED_SECONDS = 259_200
"""The deadline of a wait without any: three days."""

ANSWER = "answer"
"""The field of a result that holds the answer."""

_RESOURCE = "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
_NOT_SENT = ("SQS.AmazonSQSException", "SQS.SdkClientException")


def waiting_task(
    queue: str, request: str, owner: str, answers: Sequence[str], key: str, seconds: int
) -> dict[str, Json]:
    """The fields of a Task that puts a request into a queue and waits for its answer.

    `queue` is the deployment parameter of the queue, `request` what is asked, `owner` who is. The result
    is an object with the `ANSWER`, one of `answers`; it is added to the input at `key`.
    """
    message: dict[str, Json] = {"request": request}
    if owner:
        message["owner"] = owner
    if answers:
        message["answers"] = list(answers)
    message["input"] = "{% $states.input %}"
    call = integration(_RESOURCE)
    arguments: Json = {"QueueUrl": f"${{{queue}}}", "MessageBody": message}
    return {
        "Type": "Task",
        "Resource": _RESOURCE,
        "Arguments": with_token(call, "JSONata", arguments) if call else arguments,
        "Output": with_result(key),
        "TimeoutSeconds": seconds,
        "Retry": [
            {"ErrorEquals": list(_NOT_SENT), "IntervalSeconds": 1, "MaxAttempts": 3, "JitterStrategy": "FULL"}
        ],
    }


def answer_condition(key: str, answer: str) -> str:
    """The condition of a rule for one answer."""
    quoted = answer.replace("\\", "\\\\").replace("'", "\\'")
    return f"{{% $states.input.{key}.{ANSWER} = '{quoted}' %}}"
