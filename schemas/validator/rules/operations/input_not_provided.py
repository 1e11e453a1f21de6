"""A state reads a field that is not there.

Why: in JSONPath the run fails at once, in JSONata the value is undefined and fails later or is taken for
false. The fields that a run is started with stand in the input contract; from there they are followed
through InputPath, ResultPath, Output, variables, Map and Parallel. A field is lost where the result of a call
takes the place of the input: after a getItem without ResultPath nothing of the order is left.

Bad example:

    {"StartAt": "Read Cart", "States": {
      "Read Cart": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Next": "Charge",
        "Parameters": {"TableName": "carts", "Key": {"id": {"S.$": "$.cart_id"}}}},
      "Charge": {"Type": "Task", "Resource": "${Charge}", "End": true,
        "Parameters": {"order_id.$": "$.order_id"}}}}

Its sidecar:

    {"version": 1, "input": {"fields": {"cart_id": {"type": "string"}, "order_id": {"type": "string"}}}}

Good example:

    {"StartAt": "Read Cart", "States": {
      "Read Cart": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Next": "Charge",
        "Parameters": {"TableName": "carts", "Key": {"id": {"S.$": "$.cart_id"}}}, "ResultPath": "$.cart"},
      "Charge": {"Type": "Task", "Resource": "${Charge}", "End": true,
        "Parameters": {"order_id.$": "$.order_id"}}}}

Its sidecar:

    {"version": 1, "input": {"fields": {"cart_id": {"type": "string"}, "order_id": {"type": "string"}}}}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from schemas.asl.dataflow.access import read
from schemas.asl.dataflow.analysis import Dataflow
from schemas.asl.dataflow.losses import Loss, Losses
from schemas.asl.dataflow.reads import Read, reads
from schemas.asl.dataflow.shapes import Record
from schemas.asl.dataflow.transfer import Visit
from schemas.asl.walk import State
from schemas.core.did_you_mean import Names
from schemas.core.paths import Path
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CONTRACT, OperatedMachine

MAX_FINDINGS = 100
"""The most findings about one machine."""


@rule("warning", OperatedMachine, CONTRACT)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every field that a reachable state reads and that is missing, on all paths or on one."""
    followed = operated.dataflow
    if followed is not None:
        yield from islice(_missing(operated, followed), MAX_FINDINGS)


def _missing(operated: OperatedMachine, followed: Dataflow) -> Iterator[Finding]:
    for flow in operated.machine.flows:
        losses = Losses(followed, flow)
        for state in flow.states.values():
            visit = followed.visits.get(state.path)
            if visit is not None:
                yield from _in_state(visit, losses)


def _in_state(visit: Visit, losses: Losses) -> Iterator[Finding]:
    seen: set[tuple[Path, str]] = set()
    for each in reads(visit):
        if each.reading.missing is None or (each.place, each.text) in seen:
            continue
        seen.add((each.place, each.text))
        loss = losses.before(visit.state, each.steps) if each.steps else None
        if loss is None or not _is_told_by_catcher(loss, visit.state):
            yield Finding(each.place, _params(each, visit, loss))


def _params(each: Read, visit: Visit, loss: Loss | None) -> dict[str, str]:
    params = {"state": visit.state.name, "name": each.text}
    if loss is not None:
        params["lost"] = loss.state.name
    elif not each.reading.sometimes:
        params["unprovided"] = ""
        nearest = _nearest(each, visit)
        if nearest is not None:
            params["nearest"] = nearest
    if each.reading.sometimes:
        params["sometimes"] = ""
    return params


def _nearest(each: Read, visit: Visit) -> str | None:
    """The name of a field beside the missing one that is meant, if the missing one is misspelt."""
    if not each.steps or not isinstance(each.steps[-1], str):
        return None
    around = read(visit.values.input, each.steps[:-1], maps_lists=True).shape
    return Names(around.members).nearest(each.steps[-1]) if isinstance(around, Record) else None


def _is_told_by_catcher(loss: Loss, state: State) -> bool:
    """True if the field is lost in the catcher that leads here: the rule catch-loses-input tells it there."""
    step = loss.step
    return step is not None and step.kind == "catch" and step.target == state.name
