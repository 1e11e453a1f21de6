"""The data that a visit of a state has at the moment of a run."""

from __future__ import annotations

from datetime import datetime

from designer.playing.containers import iteration_around, result_inside
from designer.playing.data import value_of
from designer.playing.evaluation import Data
from designer.playing.missing import missing_fields
from designer.playing.run import Run
from designer.playing.variables import variables_before
from designer.playing.visit import Visit
from player.core.context import Identity
from player.core.failure import Failure
from player.core.retries import catcher
from schemas.asl.graph import graph
from schemas.asl.walk import State
from schemas.core.coerce import text
from schemas.core.paths import Json

FIRST_ITEM = 0
"""The index of the item for which the fields of a Map itself are shown."""


def data_of(run: Run, visit: Visit, state: State) -> Data:
    """The data that a visit of a state has at the moment of a run; that of a Map has its first item."""
    input = value_of(visit.input)
    variables = {name: value_of(text) for name, text in variables_before(run, visit).items()}
    data = Data(
        state=state,
        input=input,
        variables=variables,
        context=_context(run, visit, state),
        time=datetime.fromisoformat(visit.began).timestamp() * 1000,
        missing_in=lambda other: missing_fields(run, visit, other, input, variables),
    )
    _add_result(data, run, visit)
    items = data.items() if state.type == "Map" else []
    if items:
        data.context["Map"] = {"Item": {"Index": FIRST_ITEM, "Value": items[FIRST_ITEM]}}
    return data


def _add_result(data: Data, run: Run, visit: Visit) -> None:
    """Add what has come of the state by now: its result, and the error of its last failure after that."""
    ended = [each for each in visit.attempts if 0 < each.ended <= run.position]
    inside = result_inside(run, visit, data.state)
    came = 0
    if ended and ended[-1].result is not None:
        came, data.result, data.has_result = ended[-1].ended, value_of(ended[-1].result), True
    elif inside is not None:
        came, data.result, data.has_result = visit.begun[-1], inside, True
    failed = [each for each in visit.failures if came < each.at <= run.position and each.error]
    if failed:
        failure = Failure(failed[-1].error, failed[-1].cause)
        data.error = {"Error": failure.error, "Cause": failure.cause}
        caught = catcher(data.state.fields.get("Catch"), failure)
        data.catcher = caught[0] if caught and 0 < visit.exited <= run.position else None


def _context(run: Run, visit: Visit, state: State) -> dict[str, Json]:
    entered: Json = {
        "Name": state.name,
        "EnteredTime": visit.began,
        "RetryCount": max(len(visit.attempts) - 1, 0),
    }
    context = {**Identity().context(run.input, str(run.events[0]["timestamp"])), "State": entered}
    if text(state.fields.get("Resource")).endswith(".waitForTaskToken"):
        context["Task"] = {"Token": "TaskToken"}
    around = iteration_around(run, visit)
    if around is not None:
        outer, index = around
        context["Map"] = {"Item": {"Index": index, **_item(run, outer, index)}}
    return context


def _item(run: Run, visit: Visit, index: int) -> dict[str, Json]:
    """The value of the item at the index of a Map; nothing where it is not known."""
    state = next((each for each in graph(dict(run.definition)).states if each.name == visit.name), None)
    items = data_of(run, visit, state).items() if state is not None else []
    return {"Value": items[index]} if index < len(items) else {}
