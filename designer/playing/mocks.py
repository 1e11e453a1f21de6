"""The answers that a run has got, as mocks that give them again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from designer.playing.data import value_of
from designer.playing.run import Run
from designer.playing.visit import Attempt
from schemas.core.paths import Json


def mocks_of(run: Run) -> dict[str, Json]:
    """The answers by this moment, by the name of the state, in the order of the calls.

    Several that are the same are written once, since the last answer counts for all that follow.
    """
    return {name: _short(answers) for name, answers in answers_of(run, run.position).items()}


def answers_of(run: Run, position: int) -> dict[str, list[Json]]:
    """The answers that came by a position, each call's own, by the name of the state."""
    found: dict[str, list[tuple[int, Json]]] = {}
    for visit in run.trace.visits:
        for attempt, answer in _answers(run, visit.attempts, position):
            found.setdefault(visit.name, []).append((attempt.scheduled, answer))
    return {name: [answer for _, answer in sorted(calls, key=_at)] for name, calls in found.items()}


def _at(call: tuple[int, Json]) -> int:
    return call[0]


def _answers(run: Run, attempts: list[Attempt], position: int) -> Iterator[tuple[Attempt, Json]]:
    for attempt in attempts:
        if not 0 < attempt.ended <= position:
            continue
        answer: dict[str, Json] = {"result": value_of(attempt.result)}
        if attempt.result is None:
            given = {"error": attempt.error, "cause": attempt.cause}
            answer = {key: value for key, value in given.items() if value is not None} or {"error": ""}
        delay = _delay(run, attempt)
        if delay:
            answer["delay"] = int(delay) if delay == int(delay) else delay
        yield attempt, answer


def _delay(run: Run, attempt: Attempt) -> float:
    first, last = (run.events[at - 1]["timestamp"] for at in (attempt.scheduled, attempt.ended))
    return round((datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds(), 3)


def _short(answers: list[Json]) -> Json:
    while len(answers) > 1 and answers[-1] == answers[-2]:
        answers.pop()
    return answers[0] if len(answers) == 1 else answers


def with_failure(
    mocks: Mapping[str, Json], state: str, error: str, cause: str, times: int
) -> dict[str, Json]:
    """Mocks with which a state fails: each time, or only the first `times`, if that is not 0."""
    failing: Json = {"error": error, **({"cause": cause} if cause else {})}
    usual = mocks.get(state)
    rest: list[Json] = usual if isinstance(usual, list) else [] if usual is None else [usual]
    return {**mocks, state: failing if not times else [failing] * times + (rest or [{"default": True}])}
