"""A value of an example is still there.

Why: a new state of the palette comes with values that only show what belongs there, such as the key `id` or
the message `message`. They look finished, and the workflow would run with them.

Bad example:

    {"StartAt": "Notify shop", "States": {
      "Notify shop": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
        "Parameters": {"TopicArn": "${NotifyShopTopic}", "Message": "message"},
        "End": true}}}

Good example:

    {"StartAt": "Notify shop", "States": {
      "Notify shop": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
        "Parameters": {"TopicArn": "${NotifyShopTopic}", "Message.$": "$.message"},
        "End": true}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.examples import example_condition_in, examples_in
from schemas.asl.services.arguments import arguments_field, integration_of
from schemas.asl.walk import State
from schemas.core.paths import Path
from schemas.validator.finding import Finding, rule


@rule("hint", State, "Task", "Choice")
def check(state: State) -> Iterator[Finding]:
    """Each argument of a call, and each condition of a Choice, that is as the palette has made it."""
    for path in _examples(state):
        yield Finding((*state.path, *path), {"state": state.name, "name": str(path[-1])})


def _examples(state: State) -> Iterator[Path]:
    if state.type == "Choice":
        yield from example_condition_in(state.language, state.fields.get("Choices"))
        return
    call = integration_of(state)
    if call is not None:
        field, arguments = arguments_field(state)
        for path in examples_in(f"{call.service}:{call.action}", arguments):
            yield (field, *path)
