"""What the library keeps of one workflow, as values."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter

from schemas.core.edits import Edit, Replace
from schemas.document.document import Format
from schemas.sidecar.workflow import Change


@dataclass(frozen=True, slots=True)
class Record:
    """A workflow as the library has it; see `WorkflowRow` for what the numbers mean."""

    id: str
    name: str
    asl: str
    format: Format
    design: str
    revision: int
    position: int
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """One direction of a change: splices of both texts, and the ASL's format where that changes."""

    asl: Replace
    design: Replace
    format: Format | None = None

    @classmethod
    def of(cls, change: Change) -> Step:
        """The step that a change made of splices is."""
        return cls(_splices(change.asl), _splices(change.design), change.format)

    @property
    def change(self) -> Change:
        """The step as a change of a workflow."""
        return Change((self.asl,), (self.design,), self.format)

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not (self.asl.splices or self.design.splices or self.format)


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A change of the journal: the step that makes it and the step that takes it back."""

    forward: Step
    inverse: Step


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Intent `number` of the canvas `client` counts as applied."""

    client: str
    number: int


step_adapter: TypeAdapter[Step] = TypeAdapter(Step)
format_adapter: TypeAdapter[Format] = TypeAdapter(Format)


def _splices(edits: tuple[Edit, ...]) -> Replace:
    return next((edit for edit in edits if isinstance(edit, Replace)), Replace(()))
