"""A workflow: the definition and its design sidecar, changed together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from schemas.core.edits import Edit
from schemas.document.document import Document, Format
from schemas.sidecar.design import Design

_NEW = """{
  "QueryLanguage": "JSONata",
  "StartAt": "",
  "States": {}
}
"""


@dataclass(frozen=True, slots=True)
class Change:
    """Edits of both texts of a workflow that belong to one user action.

    `format` is what the definition is written in afterwards, where that changes.
    """

    asl: tuple[Edit, ...] = ()
    design: tuple[Edit, ...] = ()
    format: Format | None = None


@dataclass(frozen=True, slots=True)
class Workflow:
    """A named workflow: its ASL and its sidecar."""

    name: str
    document: Document
    design: Design = field(default_factory=Design.empty)

    def apply(self, change: Change) -> ChangeResult:
        """The workflow after `change`. Raises `EditRefused`; then nothing has changed."""
        asl = self.document.apply(*change.asl)
        design = self.design.document.apply(*change.design)
        document = Document(asl.document.text, change.format) if change.format else asl.document
        return ChangeResult(
            replace(self, document=document, design=Design(design.document)),
            forward=Change((asl.forward,), (design.forward,), change.format),
            inverse=Change((asl.inverse,), (design.inverse,), change.format and self.document.format),
        )


def new_workflow(name: str) -> Workflow:
    """A workflow to begin with: no states yet, and expressions in JSONata."""
    return Workflow(name, Document.parse(_NEW, "json"))


@dataclass(frozen=True, slots=True)
class ChangeResult:
    """A workflow after a change, the change as splices, and the splices that undo it."""

    workflow: Workflow
    forward: Change
    inverse: Change
