"""Nobody has decided yet what a step calls, or when a rule applies.

Why: a step of a sketch becomes a Task before anybody knows what it calls, and an arrow of a decision a rule
before anybody knows its condition. A name in `${…}` stands there until then, and the sidecar knows it as
undecided. The flow can be drawn, discussed and checked with it, but not exported.

Bad example:

    {"StartAt": "Check stock", "States": {
      "Check stock": {"Type": "Task", "Resource": "${CheckStock}", "End": true}}}

Its sidecar:

    {"version": 1, "states": {"check": {"name": "Check stock", "undecided": ["CheckStock"]}}}

Good example:

    {"StartAt": "Check stock", "States": {
      "Check stock": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": "${CheckStockFunction}", "Payload.$": "$"},
        "Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException", "Lambda.ServiceException",
          "Lambda.AWSLambdaException", "Lambda.SdkClientException"]}],
        "End": true}}}

Its sidecar:

    {"version": 1, "states": {"check": {"name": "Check stock", "undecided": ["CheckStock"]}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.sidecar.undecided import undecided_in
from schemas.validator.finding import Finding, rule
from schemas.validator.operated.machine import UNDECIDED, OperatedMachine


@rule("hint", OperatedMachine, UNDECIDED)
def check(operated: OperatedMachine) -> Iterator[Finding]:
    """Every place in a state that still has the name of something undecided."""
    for state in operated.machine.states:
        for path, name in undecided_in(state, operated.entry(state).undecided):
            yield Finding(path, {"state": state.name, "name": name})
