"""Pass: hands its input on, changed by its fields."""

from __future__ import annotations

from player.states.kind import StateKind, Steps, step
from player.visits import data_flow
from player.visits.frame import Visit


def attempt(visit: Visit) -> Steps:
    """The result is `Result`, or the input after Parameters."""
    if visit.language == "JSONata":
        return step(visit, *data_flow.passed_on(visit))
    if "Result" in visit.state:
        visit.inspection["result"] = result = visit.state["Result"]
    else:
        result = data_flow.arguments(visit)
    return step(visit, *data_flow.output(visit, result))
    yield


KIND = StateKind("Pass", attempt)
