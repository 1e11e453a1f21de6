"""Task: calls a service, a function or an activity and waits for its answer."""

from __future__ import annotations

from schemas.paths import Json
from schemas.states.kind import StateKind
from schemas.walk import QueryLanguage

LAMBDA = "arn:aws:states:::lambda:invoke"


def template(language: QueryLanguage) -> dict[str, Json]:
    """A call of a Lambda function that is still to be named, with the state's input."""
    if language == "JSONata":
        arguments: Json = {"FunctionName": "${FunctionName}", "Payload": "{% $states.input %}"}
        call: dict[str, Json] = {"Arguments": arguments, "Output": "{% $states.result.Payload %}"}
    else:
        parameters: Json = {"FunctionName": "${FunctionName}", "Payload.$": "$"}
        call = {"Parameters": parameters, "OutputPath": "$.Payload"}
    return {"Type": "Task", "Resource": LAMBDA, **call, "End": True}


def calling(resource: str) -> dict[str, Json]:
    """A call of the service integration `resource`, whose parameters are still to be given."""
    return {"Type": "Task", "Resource": resource, "End": True}


KIND = StateKind("Task", ("next", "catch"), template)
