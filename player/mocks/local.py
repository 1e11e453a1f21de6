"""The mock file of AWS Step Functions Local.

https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-mock-cfg-file.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from player.mocks import Answer
from schemas.core.coerce import mapping
from schemas.core.paths import Json


def is_local(mocks: Mapping[str, Json]) -> bool:
    """True if mocks have the form of Step Functions Local."""
    return isinstance(mocks.get("StateMachines"), dict) and isinstance(mocks.get("MockedResponses"), dict)


def cases(mocks: Mapping[str, Json]) -> dict[str, dict[str, Json]]:
    """The test cases of all machines, by name: the name of the mocked response of each state."""
    machines = mapping(mocks.get("StateMachines")).values()
    found = (mapping(mapping(machine).get("TestCases")) for machine in machines)
    return {name: mapping(case) for one in found for name, case in one.items()}


def read_local(mocks: Mapping[str, Json], case: str) -> dict[str, list[Answer]]:
    """The answers of each state in a test case. Raises `ValueError` if `case` names none."""
    known = cases(mocks)
    if not case and len(known) == 1:
        case = next(iter(known))
    if case not in known:
        raise ValueError(f"No test case {case!r}: {', '.join(known) or 'there is none'}")
    responses = mapping(mocks.get("MockedResponses"))
    return {
        state: list(_answers(mapping(responses.get(str(response)))))
        for state, response in known[case].items()
    }


def _answers(response: dict[str, Json]) -> Iterator[Answer]:
    """One answer for each attempt: "0" is the first, "1-3" are three."""
    for attempts, given in sorted(response.items(), key=lambda item: _range(item[0])[0]):
        first, last = _range(attempts)
        for _ in range(first, last + 1):
            yield _answer(mapping(given))


def _range(attempts: str) -> tuple[int, int]:
    first, _, last = attempts.partition("-")
    if not first.isdigit() or (last and not last.isdigit()):
        raise ValueError(f"No attempts: {attempts!r}")
    return int(first), min(int(last or first), int(first) + MOST_ATTEMPTS)


MOST_ATTEMPTS = 10_000


def _answer(given: dict[str, Json]) -> Answer:
    if "Throw" not in given:
        return Answer(given.get("Return"))
    thrown = mapping(given["Throw"])
    error, cause = thrown.get("Error"), thrown.get("Cause")
    return Answer(
        error=error if isinstance(error, str) else None,
        cause=cause if isinstance(cause, str) else None,
        failed=True,
    )
