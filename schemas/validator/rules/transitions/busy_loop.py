"""States that call something go round in a loop without waiting.

Why: each round costs state transitions and calls, and an execution ends at 25,000 events. A loop that polls
until something is ready needs a Wait in it; one that works through a list should be a Map.

Bad example:

    {"StartAt": "Check Payment", "States": {
      "Check Payment": {"Type": "Task", "Resource": "${Check}", "Next": "Paid?"},
      "Paid?": {"Type": "Choice", "Default": "Check Payment", "Choices": [
        {"Variable": "$.paid", "BooleanEquals": true, "Next": "Done"}]},
      "Done": {"Type": "Succeed"}}}

Good example:

    {"StartAt": "Check Payment", "States": {
      "Check Payment": {"Type": "Task", "Resource": "${Check}", "Next": "Paid?"},
      "Paid?": {"Type": "Choice", "Default": "Wait", "Choices": [
        {"Variable": "$.paid", "BooleanEquals": true, "Next": "Done"}]},
      "Wait": {"Type": "Wait", "Seconds": 60, "Next": "Check Payment"},
      "Done": {"Type": "Succeed"}}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.asl.flow import Flow
from schemas.asl.services.arguments import resource_of
from schemas.asl.services.integration import PATTERNS
from schemas.asl.walk import State
from schemas.validator.finding import Finding, rule

_WAITING = tuple(filter(None, PATTERNS))


@rule("hint", Flow)
def check(flow: Flow) -> Iterator[Finding]:
    """The first state of the scope in a loop in which no state waits and a Task calls something."""
    if not flow.has_back_edge:
        return
    successors = {
        name: [target for target in targets if not _waits(flow.states[target])]
        for name, targets in flow.successors.items()
        if not _waits(flow.states[name])
    }
    looping = _in_loops(successors)
    if any(flow.states[name].type == "Task" for name in looping):
        first = next(name for name in flow.states if name in looping)
        yield Finding(flow.states[first].path, {"state": first}, key=True)


def _waits(state: State) -> bool:
    """True if the state takes time: a Wait, Map, Parallel, or a Task that waits for a job or an answer."""
    if state.type in ("Wait", "Map", "Parallel"):
        return True
    resource = resource_of(state)
    return resource.endswith(_WAITING) or ":activity:" in resource


def _in_loops(successors: Mapping[str, list[str]]) -> set[str]:
    """The names that lead back to themselves, or lie on a path between two such loops.

    Removes the names without a successor until there is none, then those without a predecessor.
    """
    left = {name: set(targets) for name, targets in successors.items()}
    for links in (left, _reversed(left)):
        ends = [name for name, targets in links.items() if not targets]
        sources = _reversed(links)
        while ends:
            name = ends.pop()
            for source in sources.pop(name, ()):
                links[source].discard(name)
                if not links[source]:
                    ends.append(source)
            left.pop(name, None)
    return {name for name, targets in left.items() if targets & left.keys()}


def _reversed(links: Mapping[str, set[str]]) -> dict[str, set[str]]:
    sources: dict[str, set[str]] = {name: set() for name in links}
    for name, targets in links.items():
        for target in targets:
            sources[target].add(name)
    return sources
