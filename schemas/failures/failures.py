"""The failures of a workflow: what each state can raise, and the course that a run then takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from schemas.asl.machine import Machine
from schemas.asl.map_processor import is_distributed, processor_of
from schemas.asl.walk import State, StateMachineType
from schemas.core.paths import Json, Path
from schemas.failures.aftermath import Aftermath, Ways
from schemas.failures.committed import Committed, CommittedEffects
from schemas.failures.course import Course, Level, Rerun
from schemas.failures.effects import Effect, effects_of, starts_nested
from schemas.failures.handling import RUNTIME, UNCAUGHT_BY_ALL, caught, matches, retrying
from schemas.failures.raised import raised
from schemas.sidecar.design import Design, StateDesign
from schemas.sidecar.identity import identify
from schemas.sidecar.operations import UNANSWERED, Failure, Operations
from schemas.sidecar.telling import tells_somebody
from schemas.sidecar.workflow import Workflow

_SAME_AGAIN = UNCAUGHT_BY_ALL | {
    "States.QueryEvaluationError",
    "States.ParameterPathFailure",
    "States.IntrinsicFailure",
    "States.ResultPathMatchFailure",
}
"""Errors of the definition or of the data: a redrive has the same of both, and fails again."""

_REFUSALS = (
    "ConditionalCheckFailedException",
    "ResourceNotFoundException",
    "AccessDeniedException",
    "ValidationException",
    "TooManyRequestsException",
    "ThrottlingException",
    "ThrottledException",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "ExecutionLimitExceeded",
    "ExecutionAlreadyExistsException",
    "DoesNotExistException",
    "States.Permissions",
    "ParameterPathFailure",
    "IntrinsicFailure",
)
"""The ends of error names that say that the call was refused, so that nothing was done."""


@dataclass(frozen=True, slots=True)
class Row:
    """The errors of one state that take the same course; `course` is that of the first of them."""

    state: Path
    errors: tuple[str, ...]
    course: Course


class Failures:
    """The failures of a workflow as it stands; nothing here raises, whatever the definition holds."""

    def __init__(self, definition: Json, design: Design, type: StateMachineType) -> None:
        self.machine = Machine.of(definition, type)
        identity = identify(definition, design)
        self.uids = identity.uids
        self._designs = {path: design.states.get(uid) for path, uid in identity.uids.items()}
        self._flows = {flow.scope.path: flow for flow in self.machine.flows}
        self._states = {state.path: state for state in self.machine.states}
        self._ways: dict[Path, Ways] = {}
        self._aftermaths: dict[tuple[Path, str], Aftermath] = {}
        self._known_before: dict[Path, Committed] = {}

    @classmethod
    def of(cls, workflow: Workflow) -> Failures:
        """The failures of a workflow; none where its text has no states."""
        return cls(workflow.document.value, workflow.design, workflow.design.type)

    def state(self, path: Path) -> State | None:
        """The state at a path."""
        return self._states.get(path)

    def design(self, path: Path) -> StateDesign:
        """The entry of the sidecar of the state at a path; an empty one if it has none."""
        return self._designs.get(path) or StateDesign(path[-1] if isinstance(path[-1], str) else "")

    def card(self, path: Path) -> Operations:
        """The operations card of the state at a path."""
        found = self._designs.get(path)
        return found.operations if found else UNANSWERED

    def tells(self, state: State) -> bool:
        """True if the state tells somebody, or asks a person and waits for the answer."""
        return tells_somebody(state, self.card(state.path))

    def errors(self, path: Path) -> tuple[str, ...]:
        """The names of the errors that the state at a path can raise."""
        return raised(self._states[path], self.card(path))

    def rows(self, path: Path) -> tuple[Row, ...]:
        """The rows of one state: errors with equal courses share one."""
        found: dict[object, tuple[Course, list[str]]] = {}
        for error in self.errors(path):
            course = self.course(path, error)
            found.setdefault(_without_name(course), (course, []))[1].append(error)
        return tuple(Row(path, tuple(errors), course) for course, errors in found.values())

    def table(self) -> tuple[Row, ...]:
        """The rows of all states, in the order of the text, outer states before inner ones."""
        return tuple(row for path in self._states for row in self.rows(path))

    def effects(self, path: Path) -> tuple[Effect, ...]:
        """The effects of the state at a path."""
        return self._effects[path]

    def course(self, path: Path, error: str) -> Course:
        """The course of a run after the error of that name in the state at a path."""
        state = self._states[path]
        levels = tuple(self._levels(state, error))
        last = levels[-1]
        aftermath = None
        if last.caught:
            at = self._states[last.state]
            aftermath = self._aftermath(at, last.caught.target)
        return Course(
            state=path,
            error=error,
            levels=levels,
            aftermath=aftermath,
            committed=self._before(state),
            unsure=bool(self._effects[path]) and not error.endswith(_REFUSALS),
            rerun=self._rerun(state, levels, aftermath),
            answers=self._answers(path, error),
        )

    @cached_property
    def _effects(self) -> dict[Path, tuple[Effect, ...]]:
        return {
            path: effects_of(state, self.card(path), _in_map(state)) for path, state in self._states.items()
        }

    @cached_property
    def _committed(self) -> CommittedEffects:
        return CommittedEffects(self.machine, self._effects)

    def _before(self, state: State) -> Committed:
        if state.path not in self._known_before:
            self._known_before[state.path] = self._committed.before(state)
        return self._known_before[state.path]

    def _aftermath(self, failed: State, target: str) -> Aftermath:
        key = (failed.path, target)
        if key not in self._aftermaths:
            scope = failed.scope.path
            if scope not in self._ways:
                self._ways[scope] = Ways(self._flows[scope], self.tells)
            self._aftermaths[key] = self._ways[scope].after(failed.name, target)
        return self._aftermaths[key]

    def _levels(self, state: State, error: str) -> Iterator[Level]:
        """The state and the containers around it, up to the one that catches the error."""
        names: tuple[str, ...] = (error,)
        siblings = False
        while True:
            level = Level(
                state.path,
                names[0],
                retrying(state, names),
                caught(state, names),
                siblings,
                state.path != () and siblings and _tolerates(state),
            )
            yield level
            owner = state.scope.owner
            if level.caught or owner is None:
                return
            names = _names_outside(owner, names[0])
            state, siblings = owner, True

    def _rerun(self, state: State, levels: tuple[Level, ...], aftermath: Aftermath | None) -> Rerun:
        nested = starts_nested(state)
        if aftermath is not None and (aftermath.succeeds or not aftermath.fails):
            return Rerun("goesOn", None, nested)
        if aftermath is not None:
            return self._after_fail(aftermath.fails[0])
        if self.machine.type == "EXPRESS":
            return Rerun("express", None, nested)
        if state.type == "Fail":
            return Rerun("defeated", state.path, nested)
        if levels[0].error in _SAME_AGAIN:
            return Rerun("repeats", state.path, nested)
        return Rerun("resumes", state.path, nested)

    def _after_fail(self, path: Path) -> Rerun:
        """The way to go on where a catcher leads to the Fail at `path`; one in a container is its error."""
        fail = self._states[path]
        return (
            self.course(path, self.errors(path)[0]).rerun if fail.scope.owner else self._rerun_of_fail(path)
        )

    def _rerun_of_fail(self, path: Path) -> Rerun:
        return Rerun("express") if self.machine.type == "EXPRESS" else Rerun("defeated", path)

    def _answers(self, path: Path, error: str) -> tuple[Failure, ...]:
        """The card's entries that name the error, else those that name none or match it as a handler does."""
        entries = self.card(path).failures
        exact = tuple(entry for entry in entries if error in entry.errors)
        if exact:
            return exact
        return tuple(
            entry
            for entry in entries
            if not entry.errors or any(matches(name, error) for name in entry.errors)
        )


def _names_outside(owner: State, error: str) -> tuple[str, ...]:
    """The names under which a container fails when an error comes out of it."""
    if error == RUNTIME:
        return (error,)
    if owner.type == "Parallel":
        return (error, "States.BranchFailed")
    if is_distributed(processor_of(owner.fields)):
        return ("States.ExceedToleratedFailureThreshold",)
    return (error,)


def _tolerates(state: State) -> bool:
    fields = ("ToleratedFailureCount", "ToleratedFailureCountPath")
    more = ("ToleratedFailurePercentage", "ToleratedFailurePercentagePath")
    return state.type == "Map" and any(state.fields.get(field) not in (None, 0) for field in (*fields, *more))


def _in_map(state: State) -> bool:
    owner = state.scope.owner
    while owner is not None:
        if owner.type == "Map":
            return True
        owner = owner.scope.owner
    return False


def _without_name(course: Course) -> object:
    """The parts of a course in which errors of one state can differ, but for their names.

    The way after a catcher follows from the catcher, and the effects before from the state.
    """
    levels = tuple(
        replace(level, error="" if level.error == course.error else level.error) for level in course.levels
    )
    return levels, course.unsure, course.rerun, course.answers
