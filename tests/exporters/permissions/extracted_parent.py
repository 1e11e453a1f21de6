"""A workflow of which some states were made a workflow of their own, and what it has to be allowed."""

from __future__ import annotations

from cases import request, workflow_of

from designer.workspace.actions.shared.context import Context
from designer.workspace.actions.shared.extraction.extraction import Names, extraction
from designer.workspace.actions.shared.selection_edges import states_of_one_scope
from schemas.sidecar.identity import identify
from schemas.sidecar.workflow import Workflow

FUNCTION = "arn:aws:lambda:ap-northeast-1:111122223333:function"
GIVEN = {
    "ShipItStateMachine": "arn:aws:states:ap-northeast-1:111122223333:stateMachine:ship-it-state-machine"
}
"""The machine that the export to Serverless, which has no parameters at deployment, names by itself."""

_RULE = "arn:aws:events:R:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"

ALLOWED = [
    request(call)
    for call in (
        "states:StartExecution arn:aws:states:R:stateMachine:ship-it-state-machine",
        "states:DescribeExecution arn:aws:states:R:execution:ship-it-state-machine:order-1",
        "states:StopExecution arn:aws:states:R:execution:ship-it-state-machine:order-1",
        f"events:PutTargets {_RULE}",
        f"events:PutRule {_RULE}",
        f"events:DescribeRule {_RULE}",
        f"lambda:InvokeFunction {FUNCTION}:pay",
    )
]
DENIED = [
    request(call)
    for call in (
        "states:StartExecution arn:aws:states:R:stateMachine:other",
        "states:StopExecution arn:aws:states:R:execution:other:order-1",
        f"lambda:InvokeFunction {FUNCTION}:pack",
        f"lambda:InvokeFunction {FUNCTION}:ship",
    )
]
"""The functions of the states that are gone from it are among what it may no longer call."""


def parent() -> Workflow:
    """Pay, then a call of the workflow that packing and shipping have become."""
    before = workflow_of(
        [
            {
                "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": f"{FUNCTION}:{name}"},
                "TimeoutSeconds": 60,
            }
            for name in ("pay", "pack", "ship")
        ],
        "parent",
    )
    context = Context(before)
    uids = {state.name: uid for uid, state in identify(before.document.value, before.design).states.items()}
    chosen = states_of_one_scope(context, [uids["s1"], uids["s2"]])
    found = extraction(context, chosen, "call", "child", Names("Ship it", "Begin", "Finish"))
    return before.apply(found.change).workflow
