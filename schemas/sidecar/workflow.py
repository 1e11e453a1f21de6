"""A workflow: a definition and its design sidecar, which are changed together."""

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
    """The edits of definition and sidecar for one user action.

    `format` is the new format of the definition; None if it does not change.
    """

    asl: tuple[Edit, ...] = ()
    design: tuple[Edit, ...] = ()
    format: Format | None = None


@dataclass(frozen=True, slots=True)
class Workflow:
    """A named workflow: its definition in ASL and its sidecar."""

    name: str
    document: Document
    design: Design = field(default_factory=Design.empty)

    @property
    def is_empty(self) -> bool:
        """True if the definition has no states and no start, as a new one.

        It has no problems yet: whatever shows a workflow says that it is empty.
        """
        value = self.document.value
        return isinstance(value, dict) and value.get("States") == {} and not value.get("StartAt")

    def apply(self, change: Change) -> ChangeResult:
        """Apply `change` to both texts. Raises `EditRefused` if an edit cannot be applied."""
        asl = self.document.apply(*change.asl)
        design = self.design.document.apply(*change.design)
        document = Document(asl.document.text, change.format) if change.format else asl.document
        return ChangeResult(
            replace(self, document=document, design=Design(design.document)),
            forward=Change((asl.forward,), (design.forward,), change.format),
            inverse=Change((asl.inverse,), (design.inverse,), change.format and self.document.format),
        )


def new_workflow(name: str) -> Workflow:
    """A new workflow without states, with the query language JSONata."""
    return Workflow(name, Document.parse(_NEW, "json"))


@dataclass(frozen=True, slots=True)
class ChangeResult:
    """The workflow after a change, with the change and its inverse as splices."""

    workflow: Workflow
    forward: Change
    inverse: Change
