"""Two Lambda functions follow each other, with nothing between them.

Why: each call is a transition to pay for, and perhaps a cold start to wait for; the second function gets
only what the first one hands over. Where neither moves money nor is handled in a way of its own, one
function can do both. Keep two where each is to be retried, caught or owned by itself.

Bad example:

    {"StartAt": "Price", "States": {
      "Price": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Label",
        "Parameters": {"FunctionName": "price", "Payload.$": "$"}, "OutputPath": "$.Payload"},
      "Label": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Parameters": {"FunctionName": "label", "Payload.$": "$"}}}}

Its sidecar:

    {"version": 1, "states": {
      "price": {"name": "Price", "operations": {"function": "more"}},
      "label": {"name": "Label", "operations": {"function": "more"}}}}

Good example:

    {"StartAt": "Price and label", "States": {
      "Price and label": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Parameters": {"FunctionName": "price-and-label", "Payload.$": "$"}}}}

Its sidecar:

    {"version": 1, "states": {"both": {"name": "Price and label", "operations": {"function": "more"}}}}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from schemas.asl.flow import Flow
from schemas.asl.services.calls import calls_function
from schemas.asl.walk import State
from schemas.core.paths import Json
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine

_HANDLING = ("Retry", "Catch", "TimeoutSeconds")


@rule("hint", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every call of a function that comes right after another one, with the same handling and owner."""
    for flow in operated.machine.flows:
        arriving = Counter(target for targets in flow.successors.values() for target in targets)
        for state in flow.states.values():
            following = _next(flow, state)
            if following is None or arriving[following.name] != 1 or following.name == flow.start:
                continue
            if _may_be_one(operated, state, following):
                yield Finding(following.path, {"state": following.name, "before": state.name}, key=True)


def _next(flow: Flow, state: State) -> State | None:
    """The state that always follows when `state` succeeds."""
    found = [flow.resolve(step.target) for step in flow.transitions[state.name] if step.kind == "next"]
    return flow.states[found[0]] if len(found) == 1 and found[0] is not None else None


def _may_be_one(operated: OperatedMachine, first: State, second: State) -> bool:
    if not (calls_function(first) and calls_function(second)):
        return False
    cards = operated.card(first), operated.card(second)
    same_owner = operated.entry(first).owner == operated.entry(second).owner
    asked = all(card.function == "more" and not card.moves_money for card in cards)
    return asked and same_owner and _handling(first) == _handling(second)


def _handling(state: State) -> list[Json]:
    return [state.fields.get(name) for name in _HANDLING]
