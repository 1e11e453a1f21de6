"""Lambda: a function invoked by the optimized integration, by the SDK, or by its own ARN as Resource."""

from __future__ import annotations

import re

from exporters.permissions.aws_sdk import by_name
from exporters.permissions.call import Call
from exporters.permissions.statement import EVERYTHING, Statement, arn

SERVICES = ("lambda",)
_INVOKE = "lambda:InvokeFunction"
_IS_ARN = re.compile(r"(?i)^arn:|^\$\{[^}]*arn\}$")


def statements(call: Call) -> list[Statement] | None:
    """Allow to invoke the function; for the SDK's other actions, to call them."""
    if call.action != "invoke":
        return by_name(call) if call.sdk else None
    function = call.fixed("FunctionName")
    if function is None:
        return [Statement((_INVOKE,))]
    return [Statement((_INVOKE,), (_qualified(_function_arn(function), call),))]


def invoke(resource: str) -> Statement:
    """Allow to invoke the function whose ARN a Task has as its Resource."""
    return Statement((_INVOKE,), (resource,))


def _function_arn(function: str) -> str:
    return function if _IS_ARN.search(function) else arn("lambda", f"function:{function}")


def _qualified(function: str, call: Call) -> str:
    if "Qualifier" not in call.parameters and "Qualifier.$" not in call.parameters:
        return function
    return f"{function}:{call.fixed('Qualifier') or EVERYTHING}"
