"""What the library keeps of one workflow, as values."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter

from schemas.document import Format
from schemas.edits import Replace


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
    """One direction of a change: splices of both texts, and the format that the ASL is in afterwards."""

    asl: Replace
    design: Replace
    format: Format


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
