"""No state ends the machine.

Why: an execution could never finish. The service requires a terminal state in the outermost scope: a
Succeed, a Fail, or a state with "End": true.

Bad example:

    {"StartAt": "Check Stock", "States": {
      "Check Stock": {"Type": "Wait", "Seconds": 60, "Next": "Check Stock"}}}

Good example:

    {"StartAt": "Check Stock", "States": {
      "Check Stock": {"Type": "Wait", "Seconds": 60, "Next": "Done"},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.flow import Flow
from schemas.validator.finding import Finding, rule


@rule("error", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """The States of the outermost scope, where none of them is terminal."""
    if flow.scope.owner is None and flow.states and not flow.terminal and not flow.may_end:
        yield Finding((*flow.scope.path, "States"), key=True)
