"""Decides what an undecided Task calls: its arguments, as in an example, its retriers and its result."""

from __future__ import annotations

import re

from schemas.asl.services.integration import Integration
from schemas.asl.states.task import calling
from schemas.asl.walk import State
from schemas.core.coerce import text
from schemas.core.paths import Json

_PLACEHOLDER = re.compile(r"\$\{([A-Za-z0-9_]+)\}")
_RETRIED = {
    "lambda": (
        "Lambda.TooManyRequestsException",
        "Lambda.ServiceException",
        "Lambda.AWSLambdaException",
        "Lambda.SdkClientException",
    ),
    "dynamodb": (
        "DynamoDB.ProvisionedThroughputExceededException",
        "DynamoDB.ThrottlingException",
        "DynamoDB.RequestLimitExceeded",
    ),
}
"""The errors of a service after which nothing has happened for certain, or which AWS says to retry."""


def undecided_name(state: State, undecided: tuple[str, ...]) -> str:
    """The name that stands for what a Task calls; "" if it is decided."""
    match = _PLACEHOLDER.fullmatch(text(state.fields.get("Resource")))
    return match[1] if match and match[1] in undecided else ""


def decided(state: State, called: Integration) -> dict[str, Json]:
    """The fields of an undecided Task that makes the call `called`.

    What the Task has beside its Resource stays: where it leads, its catchers, its comment. Its arguments are
    those of an example, which the validator has a hint about.
    """
    example = calling(f"{called.service}:{called.action}{called.pattern}", state.language) or {}
    fields: dict[str, Json] = {}
    for name, value in state.fields.items():
        fields[name] = value
        if name == "Resource":
            fields[name] = called.arn
            given = ("Arguments", "Parameters")
            fields |= {key: example[key] for key in given if key in example and key not in state.fields}
        if name == "Output" and called.service == "lambda":
            fields[name] = text(value).replace("$states.result}", "$states.result.Payload}") or value
    if called.service in _RETRIED and "Retry" not in fields:
        fields = _before_catch(fields, retriers(called.service))
    return fields


def retriers(service: str) -> Json:
    """The retriers of a call of Lambda or DynamoDB: of errors after which nothing has happened."""
    errors = _RETRIED[service]
    return [{"ErrorEquals": list(errors), "IntervalSeconds": 1, "MaxAttempts": 3, "JitterStrategy": "FULL"}]


def _before_catch(fields: dict[str, Json], retry: Json) -> dict[str, Json]:
    """The fields with a Retry in its usual place."""
    behind = ("Catch", "Next", "End")
    first = {name: value for name, value in fields.items() if name not in behind}
    return {**first, "Retry": retry, **{name: value for name, value in fields.items() if name in behind}}
