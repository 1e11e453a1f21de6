"""Cases as the mock file of AWS Step Functions Local: each answer of their runs, call by call.

https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from player.cases.case import Case, CaseResult
from player.mocks import Answer
from player.visits.frame import Call
from schemas.asl.walk import State, states
from schemas.core.coerce import mapping
from schemas.core.paths import Json

LossKind = Literal["unfinished", "delay", "tables", "child", "reader", "activity", "order"]


@dataclass(frozen=True, slots=True)
class Loss:
    """A part of a case that the form does not hold, or that Step Functions Local takes otherwise.

    `unfinished`: the case is left out, for its run waits for somebody. `delay`: the answers come at once.
    `tables`, `child`: the answers of tables and of workflows that are started are fixed as they were in this
    run. `reader`, `activity`: Local asks the real service. `order`: in a Map, the calls may come in another
    order there. `states` are the names of those that it concerns.
    """

    case: str
    kind: LossKind
    states: tuple[str, ...] = ()


def local_mocks(
    name: str, definition: Json, results: Iterable[CaseResult]
) -> tuple[dict[str, Json], list[Loss]]:
    """The mock file with the cases of the workflow of that name, and what it loses of them."""
    known = {state.name: state for state in states(definition)}
    cases: dict[str, Json] = {}
    responses: dict[str, dict[str, Json]] = {}
    losses: list[Loss] = []
    for result in results:
        if result.execution.status == "RUNNING":
            losses.append(Loss(result.case.name, "unfinished"))
            continue
        calls = _by_state(result.execution.calls)
        losses += _losses(result, calls, known)
        cases[result.case.name] = {
            state: _named(state, _response(answers), responses) for state, answers in calls.items()
        }
    return {"StateMachines": {name: {"TestCases": cases}}, "MockedResponses": dict(responses)}, losses


def _by_state(calls: Sequence[Call]) -> dict[str, list[Answer]]:
    found: dict[str, list[Answer]] = {}
    for call in calls:
        found.setdefault(call.state, []).append(call.answer)
    return found


def _response(answers: Sequence[Answer]) -> dict[str, Json]:
    """The answers by their numbers: "0" is the first, and "1-3" are three that are the same."""
    found: dict[str, Json] = {}
    first = 0
    for _, same in groupby(map(_given, answers), key=repr):
        some = list(same)
        last = first + len(some) - 1
        found[f"{first}-{last}" if last > first else str(first)] = some[0]
        first = last + 1
    return found


def _given(answer: Answer) -> Json:
    if not answer.failed:
        return {"Return": answer.result}
    thrown = {"Error": answer.error, "Cause": answer.cause}
    return {"Throw": {name: value for name, value in thrown.items() if value is not None}}


def _named(state: str, response: dict[str, Json], responses: dict[str, dict[str, Json]]) -> str:
    """The name of a response, which is added to `responses` if no other case has it."""
    number = 1
    while (known := responses.setdefault(f"{state}-{number}", response)) is not response:
        if repr(known) == repr(response):
            break
        number += 1
    return f"{state}-{number}"


def _losses(
    result: CaseResult, calls: Mapping[str, Sequence[Answer]], known: Mapping[str, State]
) -> Iterator[Loss]:
    case = result.case
    called = [known[state] for state in calls if state in known]
    kinds: dict[LossKind, list[str]] = {
        "delay": [state for state, answers in calls.items() if any(answer.delay for answer in answers)],
        "tables": [each.name for each in called if _asks_table(each) and _has_tables(case, each.name)],
        "child": [state for state, given in case.mocks.items() if state in calls and _starts_child(given)],
        "reader": [each.name for each in called if each.type == "Map"],
        "activity": [each.name for each in called if ":activity:" in str(each.fields.get("Resource"))],
        "order": [each.name for each in called if _is_in_map(each) and len(_response(calls[each.name])) > 1],
    }
    return (Loss(case.name, kind, tuple(found)) for kind, found in kinds.items() if found)


def _has_tables(case: Case, state: str) -> bool:
    return case.tables is not None and state not in case.mocks


def _asks_table(state: State) -> bool:
    return ":dynamodb:" in str(state.fields.get("Resource"))


def _starts_child(given: Json) -> bool:
    answers = given if isinstance(given, list) else [given]
    return any("definition" in mapping(answer) for answer in answers)


def _is_in_map(state: State) -> bool:
    owner = state.scope.owner
    while owner is not None and owner.type != "Map":
        owner = owner.scope.owner
    return owner is not None
