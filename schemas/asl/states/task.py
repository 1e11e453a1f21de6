"""Task: calls a service, a Lambda function or an activity and waits for the result."""

from __future__ import annotations

import re

from schemas.asl.examples import example_arguments
from schemas.asl.services.integration import WAIT, integration
from schemas.asl.services.task_token import with_token
from schemas.asl.states.kind import StateKind
from schemas.asl.walk import QueryLanguage
from schemas.core.paths import Json

ARN = "arn:aws:states:::"

_CALL = re.compile(r"[a-z][a-z0-9-]*(?::[A-Za-z0-9-]+)+(?:\.sync(?::2)?|\.waitForTaskToken)?")


def template(language: QueryLanguage) -> dict[str, Json]:
    """A call of a Lambda function with the input of the state; the function's name is a placeholder."""
    if language == "JSONata":
        arguments: Json = {"FunctionName": "${FunctionName}", "Payload": "{% $states.input %}"}
        call: dict[str, Json] = {"Arguments": arguments, "Output": "{% $states.result.Payload %}"}
    else:
        parameters: Json = {"FunctionName": "${FunctionName}", "Payload.$": "$"}
        call = {"Parameters": parameters, "OutputPath": "$.Payload"}
    return {"Type": "Task", "Resource": f"{ARN}lambda:invoke", **call, "End": True}


def calling(action: str, language: QueryLanguage) -> dict[str, Json] | None:
    """A Task that calls "service:action" with example arguments; None if `action` is not of that form."""
    if action == "lambda:invoke":
        return template(language)
    if not _CALL.fullmatch(action):
        return None
    key = "Arguments" if language == "JSONata" else "Parameters"
    name, _, pattern = action.partition(".")
    arguments: Json = example_arguments(name)
    called = integration(ARN + name)
    if called is not None and f".{pattern}" == WAIT:
        arguments = with_token(called, language, arguments)
    return {"Type": "Task", "Resource": ARN + action, key: arguments, "End": True}


KIND = StateKind("Task", ("next", "catch"), template)
