"""Executions of other state machines."""

from __future__ import annotations

from exporters.formats.cdk.code import Plain
from exporters.formats.cdk.constructs.call import Called, TaskKind
from exporters.formats.cdk.constructs.fields import Options
from exporters.formats.cdk.kinds import MACHINE
from schemas.asl.services.integration import WAIT
from schemas.core.paths import Json

_PARENT = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID"
_MARKS: tuple[tuple[str, Json], ...] = (
    (f"{_PARENT}.$", "$$.Execution.Id"),
    (_PARENT, "{% $states.context.Execution.Id %}"),
)
"""The member that links an execution to the one that starts it, in each query language."""


def _start(call: Called) -> Options:
    """Without an input, the CDK would pass that of the state."""
    arguments = call.arguments
    given = arguments.take("Input") if "Input" in arguments else None
    is_linked = False
    if isinstance(given, dict):
        mark = _MARKS[arguments.values.is_jsonata]
        is_linked = mark in given.items()
        given = {name: value for name, value in given.items() if (name, value) != mark}
    if given is not None:
        arguments.put("Input", given)
    return (
        *call.resource("StateMachineArn", "stateMachine", MACHINE, ""),
        *call.pattern_option(".sync:2", WAIT, sent_in="Input"),
        *arguments.text("Name", "name"),
        *call.required(arguments.input("Input", "input")),
        *((("associateWithParent", Plain(True)),) if is_linked else ()),
    )


KINDS = (TaskKind(("states:startExecution",), "tasks.StepFunctionsStartExecution", _start),)
