"""States go round in a circle without waiting.

Why: each time round costs state transitions and calls, and a run ends at 25,000 events. A circle that asks
again and again whether something is ready needs a Wait in it; one that works through a list is a Map.

Bad example:

    {"StartAt": "入金確認", "States": {
      "入金確認": {"Type": "Task", "Resource": "${Check}", "Next": "入金済みか"},
      "入金済みか": {"Type": "Choice", "Default": "入金確認", "Choices": [
        {"Variable": "$.paid", "BooleanEquals": true, "Next": "完了"}]},
      "完了": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "入金確認", "States": {
      "入金確認": {"Type": "Task", "Resource": "${Check}", "Next": "入金済みか"},
      "入金済みか": {"Type": "Choice", "Default": "待つ", "Choices": [
        {"Variable": "$.paid", "BooleanEquals": true, "Next": "完了"}]},
      "待つ": {"Type": "Wait", "Seconds": 60, "Next": "入金確認"},
      "完了": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.asl.flow import Flow
from schemas.asl.walk import State
from schemas.core.coerce import text
from schemas.validator.finding import Finding, rule

_WAITING = (".waitForTaskToken", ".sync", ".sync:2")


@rule("hint", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """The first state of the scope that is in a circle of which nothing waits and something is called."""
    if not flow.has_back_edge:
        return
    following = {
        name: [target for target in targets if not _waits(flow.states[target])]
        for name, targets in flow.successors.items()
        if not _waits(flow.states[name])
    }
    circling = _in_circles(following)
    if any(flow.states[name].type == "Task" for name in circling):
        first = next(name for name in flow.states if name in circling)
        yield Finding(flow.states[first].path, {"state": first}, key=True)


def _waits(state: State) -> bool:
    """Whether a run stays at the state for a while: a Wait, a job, an answer, a container of states."""
    if state.type in ("Wait", "Map", "Parallel"):
        return True
    resource = text(state.fields.get("Resource"))
    return resource.endswith(_WAITING) or ":activity:" in resource


def _in_circles(following: Mapping[str, list[str]]) -> set[str]:
    """Those of the names that can be come to from themselves, or lie between two such circles."""
    left = {name: set(targets) for name, targets in following.items()}
    for links in (left, _reversed(left)):
        ends = [name for name, targets in links.items() if not targets]
        back = _reversed(links)
        while ends:
            name = ends.pop()
            for source in back.pop(name, ()):
                links[source].discard(name)
                if not links[source]:
                    ends.append(source)
            left.pop(name, None)
    return {name for name, targets in left.items() if targets & left.keys()}


def _reversed(links: Mapping[str, set[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {name: set() for name in links}
    for name, targets in links.items():
        for target in targets:
            found[target].add(name)
    return found
