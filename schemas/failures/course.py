"""The course of a run after an error in a state, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.core.paths import Path
from schemas.failures.aftermath import Aftermath
from schemas.failures.committed import Committed
from schemas.failures.handling import Caught, Retrying
from schemas.sidecar.operations import Failure

RerunKind = Literal["goesOn", "resumes", "defeated", "repeats", "express"]


@dataclass(frozen=True, slots=True)
class Level:
    """One state that the error comes to: the failing state first, then the containers around it.

    `error` is the error's name there. A container is started again as a whole by its `retrying`. `siblings`
    is true if other branches or items are cancelled by it; `tolerates` if the Map goes on without the item,
    as long as no more of them fail than it allows.
    """

    state: Path
    error: str
    retrying: Retrying | None = None
    caught: Caught | None = None
    siblings: bool = False
    tolerates: bool = False


@dataclass(frozen=True, slots=True)
class Rerun:
    """The way to go on with a run that has failed.

    `goesOn`: the workflow handles the error; `resumes`: redrive begins at `state` (Standard, within 14 days);
    `defeated`: the run ends in the Fail `state`, which a redrive would only repeat; `repeats`: the definition
    or the input must change, so a new execution is needed; `express`: no redrive, a new execution. `nested`
    is true if the state starts another workflow, whose run is to be looked at first.
    """

    kind: RerunKind
    state: Path | None = None
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """All that happens after an error `error` of `state`.

    `levels` has at least the state itself. `aftermath` is the way from the catcher; None if the run fails
    without one. `committed` are the effects before, `unsure` is true if the state's own effect may have taken
    place although it failed. `answers` are the entries of operations cards for this error.
    """

    state: Path
    error: str
    levels: tuple[Level, ...]
    aftermath: Aftermath | None
    committed: Committed
    unsure: bool
    rerun: Rerun
    answers: tuple[Failure, ...]

    @property
    def caught(self) -> Caught | None:
        """The catcher that ends the course of the error; None if the run fails."""
        return self.levels[-1].caught

    @property
    def run_fails(self) -> bool:
        """True if the run ends as failed whatever comes: nothing catches the error, or only to fail."""
        if self.aftermath is None:
            return not self.levels[-1].tolerates
        return bool(self.aftermath.fails) and not self.aftermath.succeeds
