"""A parameter has a value that the called service does not take.

Why: Step Functions accepts the definition, but the call fails each time. A value that is newer than the index
of services may be right.

Bad example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": "${Charge}", "InvocationType": "Async"},
        "End": true}}}

Good example:

    {"StartAt": "Charge card", "States": {
      "Charge card": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": "${Charge}", "InvocationType": "Event"},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.services.arguments import Argument, arguments_of
from schemas.asl.walk import State
from schemas.core.diagnostic import Fix
from schemas.core.did_you_mean import names_of
from schemas.core.edits import Set
from schemas.core.paths import field_of
from schemas.core.short_text import short_text
from schemas.validator.finding import Finding, rule

_MAX_COMPLETE = 40
"""A list of more values than this, such as the types of EC2 instances, is taken to be out of date."""
_MAX_SHOWN = 12


@rule("warning", State, "Task")
def check(state: State) -> Iterator[Finding]:
    """Each unknown value; where the list of values is long, only a misspelt one."""
    for argument in arguments_of(state):
        if (
            argument.type.values
            and isinstance(argument.value, str)
            and argument.value not in argument.type.values
        ):
            yield from _findings(argument, argument.value)


def _findings(argument: Argument, text: str) -> Iterator[Finding]:
    meant = names_of(argument.type.values).nearest(text)
    if meant is None and len(argument.type.values) > _MAX_COMPLETE:
        return
    allowed = ", ".join(argument.type.values[:_MAX_SHOWN]) + ", …" * (len(argument.type.values) > _MAX_SHOWN)
    params = {"name": field_of(argument.path), "value": short_text(text), "allowed": allowed}
    if meant is None:
        yield Finding(argument.path, params)
    else:
        yield Finding(argument.path, {**params, "nearest": meant}, fix=Fix((Set(argument.path, meant),)))
