"""Money is taken, and a later step may fail without a way back.

Why: from the moment the money is taken the shop owes something. If a later step fails and the run simply
stops, or ends elsewhere, the customer has paid for nothing. Catch the failure and give the money back or
let a person decide; or say on the card of the step that may fail that a person decides or makes it good.

Bad example:

    {"StartAt": "Charge", "States": {
      "Charge": {"Type": "Task", "Resource": "${Charge}", "Next": "Ship"},
      "Ship": {"Type": "Task", "Resource": "${Ship}", "End": true}}}

Its sidecar:

    {"version": 1, "states": {"charge": {"name": "Charge", "operations": {
      "money": "takes", "idempotency": {"kind": "key", "by": "the order's number"}}}}}

Good example:

    {"StartAt": "Charge", "States": {
      "Charge": {"Type": "Task", "Resource": "${Charge}", "Next": "Ship"},
      "Ship": {"Type": "Task", "Resource": "${Ship}", "End": true,
        "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Decide"}]},
      "Decide": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"QueueUrl": "${Queue}", "MessageBody": {"token.$": "$$.Task.Token"}},
        "TimeoutSeconds": 86400, "End": true}}}

Its sidecar:

    {"version": 1, "states": {
      "charge": {"name": "Charge", "operations": {
        "money": "takes", "idempotency": {"kind": "key", "by": "the order's number"}}},
      "decide": {"name": "Decide", "owner": "Order desk", "operations": {"escalation": "The head of the desk",
        "failures": [{"what": "No answer in a day", "answer": "human", "tell": "The head of the desk"}]}}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.errors import catches_all
from schemas.asl.walk import State, Transition
from schemas.core.paths import Path
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import CARDS, OperatedMachine
from schemas.validator.operated.reach import Reach
from schemas.validator.operated.steps import GIVING_BACK, SETTLED_BY_PEOPLE, is_person_wait

_MOST_NAMED = 5


@rule("warning", OperatedMachine, CARDS)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every step that takes money, with the later steps whose failure leaves it taken."""
    taking = [state for state in operated.machine.states if operated.card(state).money == "takes"]
    if not taking:
        return
    ways = _Ways(operated)
    for state in taking:
        open_ends = [later.name for later in ways.without_way_back(state)]
        if open_ends:
            named = " / ".join(open_ends[:_MOST_NAMED]) + (" …" if len(open_ends) > _MOST_NAMED else "")
            yield Finding(state.path, {"state": state.name, "later": named}, key=True)


class _Ways:
    """The ways of a run after money is taken: until it is given back, and after a failure until a person."""

    def __init__(self, operated: OperatedMachine) -> None:
        self._operated = operated
        self._taken = Reach(operated.machine, self._gives_back, catches=False)
        self._failed = Reach(operated.machine, self._settles, catches=False)
        self._open: dict[Path, set[Path]] = {}

    def without_way_back(self, state: State) -> Iterator[State]:
        """The states after `state` whose failure ends the run with the money taken."""
        after = self._taken.end_of(state)
        successes = {end.path for end in after.ends if end.type != "Fail"}
        for later in after.states.values():
            if later.path == state.path or self._is_settled_by_card(later):
                continue
            if later.type == "Fail" or (later.type == "Task" and self._fails_openly(later, successes)):
                yield later

    def _fails_openly(self, state: State, successes: set[Path]) -> bool:
        """True if an error of the state may stop the run, or lead to an end without a way back."""
        failing: State | None = state
        while failing is not None:
            catchers = [found for found in self._failed.targets(failing) if found[0].kind == "catch"]
            if any(self._ends_openly(target, successes) for _, target in catchers):
                return True
            if any(_catches_everything(step) for step, _ in catchers):
                return False
            failing = failing.scope.owner
        return not is_person_wait(self._operated, state)

    def _ends_openly(self, target: State, successes: set[Path]) -> bool:
        if target.path not in self._open:
            ends = self._failed.from_state(target).ends
            self._open[target.path] = {end.path for end in ends if not self._is_settled_by_card(end)}
        return not self._open[target.path] <= successes

    def _gives_back(self, state: State) -> bool:
        return self._operated.card(state).money in GIVING_BACK

    def _settles(self, state: State) -> bool:
        return self._gives_back(state) or is_person_wait(self._operated, state)

    def _is_settled_by_card(self, state: State) -> bool:
        failures = self._operated.card(state).failures
        return any(failure.answer in SETTLED_BY_PEOPLE for failure in failures)


def _catches_everything(step: Transition) -> bool:
    return catches_all(step.fields)
