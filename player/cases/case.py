"""One case: a run of a workflow, and what is expected of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from player.core.written import written
from player.execution import Execution
from player.expressions.intrinsics import is_same
from schemas.core.paths import Json


@dataclass(frozen=True, slots=True)
class Expected:
    """Everything that a case expects; None for what it says nothing of.

    `output` has the value as its only item, since null is an output, too. `path` has the names of the states
    in the order in which they are entered.
    """

    status: str = "SUCCEEDED"
    output: tuple[Json] | None = None
    error: str | None = None
    cause: str | None = None
    path: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A run with its input and mocks, and what is expected of it."""

    name: str
    input: Json = None
    mocks: Mapping[str, Json] = field(default_factory=dict)
    tables: Mapping[str, Json] | None = None
    expected: Expected = Expected()


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that is not as expected; both as texts. `what` is status, output, error, cause or path."""

    what: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case that was run, and its differences; none where it has passed."""

    case: Case
    execution: Execution
    differences: tuple[Difference, ...]


def run_case(definition: Mapping[str, Json], case: Case, type: str = "STANDARD") -> CaseResult:
    """Run a case of a workflow of that type. Raises `ValueError` for mocks or tables of another form."""
    execution = Execution(definition, case.input, mocks=case.mocks, type=type, tables=case.tables).run()
    return CaseResult(case, execution, tuple(_differences(case.expected, execution)))


def _differences(expected: Expected, execution: Execution) -> Iterator[Difference]:
    if expected.status != execution.status:
        reason = f"{execution.status} {execution.error or ''}: {execution.cause or ''}".rstrip(": ")
        yield Difference("status", expected.status, reason)
    for what in ("error", "cause"):
        wanted, found = getattr(expected, what), getattr(execution, what)
        if wanted is not None and wanted != found:
            yield Difference(what, wanted, str(found))
    if expected.output is not None and not is_same(expected.output[0], execution.output):
        yield Difference("output", written(expected.output[0]), written(execution.output))
    if expected.path is not None and list(expected.path) != execution.visited:
        yield Difference("path", " > ".join(expected.path), " > ".join(execution.visited))
