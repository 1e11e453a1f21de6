"""A Lambda function does what the workflow can do itself.

Why: a function is code to write, deploy, patch and pay for, and its cold start is time that the customer
waits. Step Functions reads and writes one item of a table, compares values, and starts or notifies others
by itself. The card of the step says which of these is all that the function does. The fix writes the state
anew with example values in place of what only the function knows; a write to a table gets the condition
that keeps it from happening twice.

Bad example:

    {"StartAt": "Read Cart", "States": {
      "Read Cart": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Parameters": {"FunctionName": "read-cart", "Payload.$": "$"}}}}

Its sidecar:

    {"version": 1, "states": {"cart": {"name": "Read Cart", "operations": {"function": "oneTable"}}}}

Good example:

    {"StartAt": "Read Cart", "States": {
      "Read Cart": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "End": true,
        "Parameters": {"TableName": "carts", "Key": {"id": {"S.$": "$.cart_id"}}}}}}

Its sidecar:

    {"version": 1, "states": {"cart": {"name": "Read Cart", "operations": {"function": "oneTable"}}}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.asl.examples import example_arguments, example_rule, with_parameters_of
from schemas.asl.services import Integration
from schemas.asl.services.arguments import resource_for
from schemas.asl.services.calls import calls_function
from schemas.asl.walk import State, transitions, values
from schemas.core.coerce import mapping, names, text
from schemas.core.diagnostic import Fix
from schemas.core.edits import Edit, Remove, Set
from schemas.core.paths import Json
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine

_PARAMETER = re.compile(r"\$\{(\w+)\}")
_CONDITION_FAILED = "DynamoDB.ConditionalCheckFailedException"
_KEPT_IN_A_CHOICE = ("Comment", "QueryLanguage", "Assign", "InputPath", "OutputPath")
_CONDITION: dict[str, Json] = {
    "ConditionExpression": "attribute_not_exists(#id)",
    "ExpressionAttributeNames": {"#id": "id"},
}


@rule("hint", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every Task whose function only uses one table, compares, or starts or notifies, as its card says."""
    for state in operated.machine.of_type("Task"):
        function = operated.card(state).function
        if function in ("oneTable", "compares", "startsOrNotifies") and calls_function(state):
            fix = _fix(operated, state, function)
            yield Finding(state.path, {"state": state.name, function: ""}, key=True, fix=fix)


def _fix(operated: OperatedMachine, state: State, function: str) -> Fix | None:
    if function == "compares":
        return _as_choice(state)
    if function == "startsOrNotifies":
        return _as_call(operated, state, Integration("sns", "publish"), {})
    if _ignores_result(state):
        return _as_call(operated, state, Integration("dynamodb", "putItem"), _CONDITION)
    return _as_call(operated, state, Integration("dynamodb", "getItem"), {})


def _ignores_result(state: State) -> bool:
    """True if nothing of the function's result goes on, so that it must be there to write."""
    if state.language == "JSONPath":
        return state.fields.get("ResultPath", "") is None
    read = (state.fields.get("Output"), state.fields.get("Assign"))
    found = (inner for value in read for _, inner in values(value, ()) if isinstance(inner, str))
    return "Output" in state.fields and not any("$states.result" in inner for inner in found)


def _as_call(operated: OperatedMachine, state: State, call: Integration, more: dict[str, Json]) -> Fix:
    """Call the service itself: with example arguments, and without what concerns Lambda alone."""
    arguments = {**example_arguments(f"{call.service}:{call.action}"), **more}
    taken = _parameters(operated.machine.definition)
    arguments = with_parameters_of(arguments, state.name, call.action, taken)
    field = "Arguments" if state.language == "JSONata" else "Parameters"
    edits: list[Edit] = [
        Set((*state.path, "Resource"), resource_for(state, call.arn)),
        Set((*state.path, field), arguments),
        *_without_lambda(state),
    ]
    if more:
        edits.extend(_go_on_where_it_is_there(state))
    return Fix(tuple(edits), safe=False)


def _without_lambda(state: State) -> Iterator[Edit]:
    """Take the errors of Lambda out of the retriers, and retriers that have no other."""
    retriers = state.fields.get("Retry")
    if not isinstance(retriers, list):
        return
    kept: list[Json] = []
    for retrier in retriers:
        errors = names(mapping(retrier).get("ErrorEquals"))
        others: list[Json] = [name for name in errors if not name.startswith("Lambda.")]
        if others or not errors:
            kept.append({**mapping(retrier), "ErrorEquals": others} if errors else retrier)
    if kept != retriers:
        yield Set((*state.path, "Retry"), kept) if kept else Remove((*state.path, "Retry"))


def _go_on_where_it_is_there(state: State) -> Iterator[Edit]:
    """Catch the error of the condition, which says that the item was written before."""
    following = state.fields.get("Next")
    if not isinstance(following, str):
        return
    keep: dict[str, Json] = (
        {"ResultPath": None} if state.language == "JSONPath" else {"Output": "{% $states.input %}"}
    )
    catcher: Json = {"ErrorEquals": [_CONDITION_FAILED], **keep, "Next": following}
    others = state.fields.get("Catch")
    yield Set((*state.path, "Catch"), [catcher, *(others if isinstance(others, list) else [])])


def _as_choice(state: State) -> Fix | None:
    """Choose in the state itself: a rule for each target of a catcher, and the next one by default."""
    following = state.fields.get("Next")
    if not isinstance(following, str):
        return None
    targets = [step.target for step in transitions(state) if step.kind == "catch"] or [following]
    rules: list[Json] = [
        {**example_rule(state.language), "Next": target} for target in dict.fromkeys(targets)
    ]
    kept = {name: value for name, value in state.fields.items() if name in _KEPT_IN_A_CHOICE}
    choice: dict[str, Json] = {"Type": "Choice", **kept, "Choices": rules, "Default": following}
    return Fix((Set(state.path, choice),), safe=False)


def _parameters(definition: Json) -> set[str]:
    strings = (value for _, value in values(definition, ()) if isinstance(value, str))
    return {name for value in strings for name in _PARAMETER.findall(text(value))}
