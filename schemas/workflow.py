"""A workflow: the definition and its design sidecar, changed together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from schemas.design import Design
from schemas.document import Document
from schemas.edits import Edit

_NEW = """{
  "QueryLanguage": "JSONata",
  "StartAt": "",
  "States": {}
}
"""


@dataclass(frozen=True, slots=True)
class Change:
    """Edits of both texts of a workflow that belong to one user action."""

    asl: tuple[Edit, ...] = ()
    design: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Workflow:
    """A named workflow: its ASL and its sidecar."""

    name: str
    document: Document
    design: Design = field(default_factory=Design.empty)

    def apply(self, change: Change) -> Changed:
        """The workflow after `change`. Raises `EditRefused`; then nothing has changed."""
        asl = self.document.apply(*change.asl)
        design = self.design.document.apply(*change.design)
        return Changed(
            replace(self, document=asl.document, design=Design(design.document)),
            forward=Change((asl.forward,), (design.forward,)),
            inverse=Change((asl.inverse,), (design.inverse,)),
        )


def new_workflow(name: str) -> Workflow:
    """A workflow to begin with: no states yet, and expressions in JSONata."""
    return Workflow(name, Document.parse(_NEW, "json"))


@dataclass(frozen=True, slots=True)
class Changed:
    """A workflow after a change, the change as splices, and the splices that undo it."""

    workflow: Workflow
    forward: Change
    inverse: Change
