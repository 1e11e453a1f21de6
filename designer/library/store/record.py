"""A workflow, its changes and acknowledgements as the library stores them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from schemas.core.edits import Edit, Replace
from schemas.document.document import Document, Format
from schemas.sidecar.design import Design
from schemas.sidecar.workflow import Change, Workflow


@dataclass(frozen=True, slots=True)
class Record:
    """A workflow as it is stored; see `WorkflowRow` for the numbers."""

    id: str
    name: str
    asl: str
    format: Format
    design: str
    revision: int
    position: int
    end: int

    @property
    def workflow(self) -> Workflow:
        """The workflow, its texts parsed anew."""
        design = Design(Document.parse(self.design, "json"))
        return Workflow(self.name, Document.parse(self.asl, self.format), design)


@dataclass(frozen=True, slots=True)
class Step:
    """One direction of a change: splices of both texts, and the new format of the ASL text if it changes."""

    asl: Replace
    design: Replace
    format: Format | None = None

    @classmethod
    def of(cls, change: Change) -> Step:
        """The step of a change that consists of splices."""
        return cls(_splices(change.asl), _splices(change.design), change.format)

    @property
    def change(self) -> Change:
        """The step as a change of a workflow."""
        return Change((self.asl,), (self.design,), self.format)

    @property
    def is_empty(self) -> bool:
        """True if the step changes nothing."""
        return not (self.asl.splices or self.design.splices or self.format)


@dataclass(frozen=True, slots=True)
class Author:
    """The tab (`client`) that makes a change, and the id of the person before it; "" for unknown."""

    client: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A change in the journal: the step that makes it, its inverse, and its author.

    An undo or a redo names the change that it `undoes`; a redo undoes an undo.
    """

    forward: Step
    inverse: Step
    author: Author = Author()
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """A change in the journal without its steps; `made` is in UTC, None for one of the first schema."""

    number: int
    author: Author
    undoes: int | None
    made: datetime | None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The acknowledgement that intent `number` of the canvas `client` was applied."""

    client: str
    number: int


step_adapter: TypeAdapter[Step] = TypeAdapter(Step)
format_adapter: TypeAdapter[Format] = TypeAdapter(Format)


def _splices(edits: tuple[Edit, ...]) -> Replace:
    return next((edit for edit in edits if isinstance(edit, Replace)), Replace(()))
