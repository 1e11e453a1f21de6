"""Nested executions: the workflow that a Task starts runs to its end, and the end is the Task's answer."""

from __future__ import annotations

import json
from typing import Protocol

from player.core.written import written
from player.mocks import Answer, Child
from schemas.asl.services.integration import integration
from schemas.core.coerce import mapping, text
from schemas.core.paths import Json


class ChildExecution(Protocol):
    """An execution, as far as the Task that started it looks at it."""

    status: str
    output: Json
    error: str | None
    cause: str | None

    @property
    def seconds(self) -> float:
        """The virtual time, in seconds since 1970."""
        ...

    def run(self) -> ChildExecution:
        """Run until it ends or waits."""
        ...

    def pass_deadline(self) -> bool:
        """Let the next deadline of an awaited answer pass; False if there is none."""
        ...


class StartChild(Protocol):
    """Starts a workflow with an input, at a virtual time in seconds since 1970."""

    def __call__(self, child: Child, input: Json, began: float) -> ChildExecution:
        """The execution, which has not begun to run."""
        ...


def child_answer(start: StartChild, child: Child, resource: str, sent: Json, began: float) -> Answer:
    """The answer of `states:startExecution`: at once, or with `.sync` when the child has ended.

    A child in which nobody answers lets its deadlines pass; without a deadline the answer stays open.

    https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
    """
    called = integration(resource)
    pattern = called.pattern if called else ""
    fields = mapping(sent)
    description = _description(fields, began)
    if not pattern.startswith(".sync"):
        return Answer({key: description[key] for key in ("ExecutionArn", "StartDate")})
    input = _input(fields.get("Input", {}))
    execution = start(child, input, began).run()
    while execution.status == "RUNNING" and execution.pass_deadline():
        execution.run()
    if execution.status == "RUNNING":
        return Answer(is_open=True)
    is_json = pattern == ".sync:2"
    description.update(
        Input=input if is_json else written(input),
        InputDetails={"Included": True},
        Status=execution.status,
        StopDate=_milliseconds(execution.seconds),
    )
    delay = execution.seconds - began
    if execution.status == "SUCCEEDED":
        output = execution.output if is_json else written(execution.output)
        description.update(
            Output=output,
            OutputDetails={"Included": True},
            RedriveCount=0,
            RedriveStatus="NOT_REDRIVABLE",
            RedriveStatusReason="Execution is SUCCEEDED and cannot be redriven",
        )
        return Answer(description, delay=delay, submitted=_submitted(description))
    failed = {"Error": execution.error, "Cause": execution.cause}
    description.update({key: value for key, value in failed.items() if value is not None})
    cause = json.dumps(description, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Answer(
        error="States.TaskFailed", cause=cause, delay=delay, submitted=_submitted(description), failed=True
    )


def _submitted(description: dict[str, Json]) -> Json:
    return {key: description[key] for key in ("ExecutionArn", "StartDate")}


def _description(fields: dict[str, Json], began: float) -> dict[str, Json]:
    machine = text(fields.get("StateMachineArn"))
    name = text(fields.get("Name"), "example")
    return {
        "ExecutionArn": f"{machine.replace(':stateMachine:', ':execution:')}:{name}",
        "Name": name,
        "StartDate": _milliseconds(began),
        "StateMachineArn": machine,
    }


def _milliseconds(seconds: float) -> int:
    return int(seconds * 1000)


def _input(value: Json) -> Json:
    """The input of the child: a text with JSON is what it stands for."""
    if not isinstance(value, str):
        return value
    try:
        found: Json = json.loads(value)
    except (ValueError, RecursionError):
        return value
    return found
