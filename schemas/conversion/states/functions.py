"""Calls of Lambda functions that the words of a step name."""

from __future__ import annotations

from schemas.conversion.decide import retriers
from schemas.conversion.states.results import with_result
from schemas.conversion.words.glossary import key_of
from schemas.core.paths import Json

_SECONDS = 60


def function_task(parameter: str) -> dict[str, Json]:
    """The fields of a Task that calls the function whose deployment parameter is `parameter` with its input.

    What the function answers is added to the input.
    """
    return {
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Arguments": {"FunctionName": f"${{{parameter}}}", "Payload": "{% $states.input %}"},
        "Output": with_result(key_of(parameter.removesuffix("Function") or parameter), "Payload"),
        "TimeoutSeconds": _SECONDS,
        "Retry": retriers("lambda"),
    }
