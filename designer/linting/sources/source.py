"""A definition, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from schemas.asl.walk import StateMachineType
from schemas.core import paths
from schemas.core.diagnostic import Diagnostic
from schemas.document.document import Document, Position
from schemas.document.template import Quotation
from schemas.sidecar.design import Design
from schemas.validator.ruleset import RuleSet
from schemas.validator.validate import validate


@dataclass(frozen=True)
class Source:
    """A definition in `file`, the whole of it or what stands `at` a place in it.

    `text` is the whole file's. `quotation` is given where the definition is a string. `type` is the one that
    the file names.
    """

    file: Path
    text: str
    document: Document
    at: paths.Path = ()
    quotation: Quotation | None = None
    design: Design | None = None
    type: StateMachineType | None = None

    def diagnostics(self, type: StateMachineType, rules: RuleSet) -> list[Diagnostic]:
        """What is wrong with it, where it is to be created as `type`."""
        return validate(self.document, self.design, type, rules)

    def text_with(self, definition: Document) -> str | None:
        """The whole file's text with another definition in its place; None where a person has to do that."""
        return definition.text if self.quotation is None else self.quotation.rewritten(definition.text)

    def place(self, found: Diagnostic) -> Position:
        """Where a finding stands in the file."""
        if self.quotation is None:
            return Position(found.line, found.column)
        return self.quotation.place(found.line, found.column)

    def pointer(self, found: Diagnostic) -> str:
        """The path of a finding from the file's root, as a JSON pointer."""
        return paths.pointer((*self.at, *found.path))
