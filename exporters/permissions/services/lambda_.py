"""Lambda: a function invoked by the optimized integration, by the SDK, or by its own ARN as Resource."""

from __future__ import annotations

import re

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement, arn, is_arn

SERVICES = ("lambda",)
_INVOKE = "lambda:InvokeFunction"
_PARTIAL = re.compile(r"(?:(?P<region>[a-z]{2}(?:-[a-z]+)+-\d):)?(?P<account>\d{12}):function:(?P<name>.+)")


def statements(call: Call) -> list[Statement] | None:
    """Allow to invoke the function; for the SDK's other actions, to call them."""
    function = call.fixed("FunctionName")
    if call.action not in {"invoke", "invokeAsync"}:
        return _other(call, function)
    if function is None:
        return [Statement((_INVOKE,))]
    return [Statement((_INVOKE,), (_qualified(_function_arn(function), call),))]


def invoke(resource: str) -> Statement:
    """Allow to invoke the function whose ARN a Task has as its Resource."""
    return Statement((_INVOKE,), (resource,))


def _other(call: Call, function: str | None) -> list[Statement] | None:
    if not call.sdk:
        return None
    return by_name(call) if function is None else by_name(call, _function_arn(function))


def _function_arn(function: str) -> str:
    """The ARN of a function that is given by its name, its ARN, or the end of it from the account on."""
    if is_arn(function):
        return function
    partial = _PARTIAL.fullmatch(function)
    if not partial:
        return arn("lambda", f"function:{function.removeprefix('function:')}")
    region = partial["region"] or "${AWS::Region}"
    return f"arn:${{AWS::Partition}}:lambda:{region}:{partial['account']}:function:{partial['name']}"


def _qualified(function: str, call: Call) -> str:
    if not call.gives("Qualifier"):
        return function
    return f"{function}:{call.fixed('Qualifier') or EVERYTHING}"
