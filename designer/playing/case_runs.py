"""The cases of a workflow, run one after the other in parts, and what of the workflow they cover."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from time import monotonic

from designer.playing.mocks import mocks_of
from designer.playing.run import MOST_SECONDS, Run
from player.cases.case import Case, CaseResult, run_case
from player.cases.coverage import Covered, coverage
from player.mocks.tables import TablesMissing
from schemas.asl.graph import Edge, graph
from schemas.asl.walk import State, StateMachineType
from schemas.core.paths import Json

log = logging.getLogger(__name__)


class CaseRuns:
    """The results so far of the cases of the workflow `name`; those in `unplayable` could not be run."""

    def __init__(
        self, name: str, definition: Mapping[str, Json], cases: Sequence[Case], type: StateMachineType
    ) -> None:
        self.name, self.definition = name, definition
        self.results: list[CaseResult] = []
        self.unplayable: list[str] = []
        self.count = len(cases)
        self.number = 0
        self._waiting, self._type = list(cases), type

    @property
    def is_busy(self) -> bool:
        """True if there are cases left to run."""
        return bool(self._waiting)

    def resume(self) -> None:
        """Run one case or more, for a short time."""
        until = monotonic() + MOST_SECONDS
        self.number += 1
        while self._waiting:
            case = self._waiting.pop(0)
            try:
                self.results.append(run_case(self.definition, case, self._type))
            except (ValueError, TablesMissing):
                self.unplayable.append(case.name)
            except Exception:
                log.exception("A case could not be run.")
                self.unplayable.append(case.name)
            if monotonic() > until:
                return

    def halt(self) -> None:
        """Run no more of them."""
        self._waiting.clear()
        self.number += 1

    @property
    def passed(self) -> int:
        """The number of cases that have passed."""
        return sum(not result.differences for result in self.results)

    @property
    def coverage(self) -> Mapping[str, Covered]:
        """The coverage by the cases so far (see `player.cases.coverage`)."""
        return coverage(dict(self.definition), (result.execution for result in self.results))

    def visits(self) -> dict[str, int]:
        """The number of cases that have come to a state, by its name."""
        found: dict[str, int] = {}
        for result in self.results:
            for name in set(result.execution.visited):
                found[name] = found.get(name, 0) + 1
        return found

    def edges(self) -> list[Edge]:
        """The edges that a case has taken, and the starts of the scopes that one has come to."""
        taken = {edge for result in self.results for edge in result.execution.taken}
        visited = self.visits()
        return [
            edge
            for edge in graph(dict(self.definition)).edges
            if (isinstance(edge.source, State) and (edge.source.name, edge.kind, edge.index) in taken)
            or (edge.kind == "start" and edge.name in visited)
        ]


def case_of(run: Run, samples: Mapping[str, Json]) -> dict[str, Json]:
    """A run that has ended as a case: its input, the answers that it got, and its end and path as expected.

    The input is a sample's name, where it is one of `samples`.
    """
    started = run.input
    sample = next((name for name, input in samples.items() if input == started), None)
    expected: dict[str, Json] = {}
    if run.status == "SUCCEEDED":
        expected["output"] = run.final_output
    else:
        expected["status"] = "TIMED_OUT" if run.status == "TIMED_OUT" else "FAILED"
        if run.final_error:
            expected["error"] = run.final_error
    if not any(str(event["type"]).startswith("MapRun") for event in run.events):
        expected["path"] = [visit.name for visit in run.visits]
    given: dict[str, Json] = {"sample": sample} if sample is not None else {"input": started}
    return {**given, "mocks": mocks_of(run), "expect": expected}
