"""The answer of a service by default: an example of the shape of its response, with what it was sent."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from player.mocks import Answer, TaskCall
from player.mocks.responses import response_type
from schemas.asl.services.integration import WAIT, integration
from schemas.asl.services.parameter_type import ParameterType
from schemas.core.coerce import mapping
from schemas.core.paths import Json

MOST_DEPTH = 3
"""The depth to which an example is filled in."""


def default_answer(call: TaskCall) -> Answer:
    """An answer to a call without a mock. A function hands back what it was sent, a person nothing."""
    called = integration(call.resource)
    if called is None:
        return Answer(call.sent)
    if called.pattern == WAIT:
        return Answer({}, submitted=_example(called.service, called.action))
    special = _SPECIAL.get(f"{called.service}:{called.action}{called.pattern}")
    sent = mapping(call.sent)
    if special is not None:
        return Answer(special(sent))
    answer = _example(called.service, called.action)
    return Answer(answer, submitted=answer) if called.pattern else Answer(answer)


def _invoked(sent: dict[str, Json]) -> Json:
    return {"ExecutedVersion": "$LATEST", "Payload": sent.get("Payload", {}), "StatusCode": 200}


def _found(sent: dict[str, Json]) -> Json:
    return {"Item": sent.get("Key", {})}


def _started(sent: dict[str, Json]) -> dict[str, Json]:
    arn = str(sent.get("StateMachineArn", "")).replace(":stateMachine:", ":execution:")
    return {"ExecutionArn": f"{arn}:example", "StateMachineArn": sent.get("StateMachineArn")}


def _ended(sent: dict[str, Json]) -> Json:
    input = sent.get("Input", {})
    return {**_started(sent), "Input": input, "Output": input, "Status": "SUCCEEDED"}


def _ended_as_text(sent: dict[str, Json]) -> Json:
    text = json.dumps(sent.get("Input", {}), ensure_ascii=False)
    return {**_started(sent), "Input": text, "Output": text, "Status": "SUCCEEDED"}


_SPECIAL: Mapping[str, Callable[[dict[str, Json]], Json]] = {
    "lambda:invoke": _invoked,
    "dynamodb:getItem": _found,
    "aws-sdk:dynamodb:getItem": _found,
    "states:startExecution.sync:2": _ended,
    "states:startExecution.sync": _ended_as_text,
    "http:invoke": lambda sent: {"StatusCode": 200, "StatusText": "OK", "Headers": {}, "ResponseBody": {}},
    "apigateway:invoke": lambda sent: {"StatusCode": 200, "Headers": {}, "ResponseBody": {}},
}
"""Answers that depend on what was sent, or that are no response of the SDK."""

_PLAIN: Mapping[str, Json] = {
    "integer": 1,
    "number": 1,
    "boolean": True,
    "timestamp": "2026-01-01T00:00:00.000Z",
}
"""Examples of the plain kinds that are no names."""


def _example(service: str, action: str) -> Json:
    response = response_type(service, action)
    return {} if response is None else _value("", response, MOST_DEPTH)


def _value(name: str, type: ParameterType, depth: int) -> Json:
    if type.kind == "object":
        return {inner: _value(inner, type.member(inner), depth - 1) for inner in type.names} if depth else {}
    if type.kind == "list":
        return [_value(name, type.inner, depth - 1)] if depth > 1 else []
    if type.kind in ("map", "any"):
        return {}
    if type.values:
        return type.values[0]
    return _PLAIN.get(type.kind, f"example-{name}")
