"""No state ends the machine.

Why: a run could never finish. The service asks that the outermost scope has a terminal state:
Succeed, Fail, or one with "End": true.

Bad example:

    {"StartAt": "在庫チェック", "States": {
      "在庫チェック": {"Type": "Wait", "Seconds": 60, "Next": "在庫チェック"}}}

Good example:

    {"StartAt": "在庫チェック", "States": {
      "在庫チェック": {"Type": "Wait", "Seconds": 60, "Next": "完了"},
      "完了": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.flow import Flow
from schemas.validator.finding import Finding, rule


@rule("error", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """The machine's own States, where none of them is terminal."""
    if flow.scope.owner is None and flow.states and not flow.terminal:
        yield Finding((*flow.scope.path, "States"), key=True)
