"""States lead to each other in a circle that nothing leaves.

Why: a run that enters the circle stops only by a timeout or at 25,000 events. The service accepts
it.

Bad example:

    {"StartAt": "支払い方法", "States": {
      "支払い方法": {"Type": "Choice", "Default": "入金待ち", "Choices": [
        {"Variable": "$.card", "BooleanEquals": true, "Next": "完了"}]},
      "入金待ち": {"Type": "Wait", "Seconds": 60, "Next": "入金確認"},
      "入金確認": {"Type": "Pass", "Next": "入金待ち"},
      "完了": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "支払い方法", "States": {
      "支払い方法": {"Type": "Choice", "Default": "入金待ち", "Choices": [
        {"Variable": "$.card", "BooleanEquals": true, "Next": "完了"}]},
      "入金待ち": {"Type": "Wait", "Seconds": 60, "Next": "支払い方法"},
      "完了": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from schemas.asl.flow import Flow
from schemas.validator.finding import Finding, rule


@rule("warning", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """The first state of the scope that a run can come to and from which it can come to no end."""
    if not flow.has_back_edge or (flow.scope.owner is None and not flow.terminal):
        return
    for name, state in flow.states.items():
        if name in flow.reachable and name not in flow.leaving:
            yield Finding(state.path, {"state": name}, key=True)
            return
