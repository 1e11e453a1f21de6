"""A parameter is given a value that is not among those the service takes.

Why: the definition is accepted, but the call fails each time. A value that is younger than the index of
services may be right.

Bad example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": "${Charge}", "InvocationType": "Async"},
        "End": true}}}

Good example:

    {"StartAt": "決済", "States": {
      "決済": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": "${Charge}", "InvocationType": "Event"},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import Argument, calls
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.did_you_mean import names_of
from schemas.core.edits import Set
from schemas.core.paths import field_of
from schemas.core.words import shown
from schemas.validator.finding import Finding, rule

_MOST_TO_KNOW = 40
"""A list of more values than this, such as the kinds of EC2 instances, grows too fast to be known."""
_MOST_TO_SAY = 12


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Each such value; of values that grow fast, only one that is a misspelling."""
    for value in calls(state):
        if value.shape.values and isinstance(value.value, str) and value.value not in value.shape.values:
            yield from _told(value, value.value)


def _told(value: Argument, said: str) -> Iterator[Finding]:
    meant = names_of(value.shape.values).nearest(said)
    if meant is None and len(value.shape.values) > _MOST_TO_KNOW:
        return
    allowed = ", ".join(value.shape.values[:_MOST_TO_SAY]) + ", …" * (len(value.shape.values) > _MOST_TO_SAY)
    params = {"name": field_of(value.path), "value": shown(said), "allowed": allowed}
    if meant is None:
        yield Finding(value.path, params)
    else:
        yield Finding(value.path, {**params, "nearest": meant}, fix=Fix((Set(value.path, meant),)))
