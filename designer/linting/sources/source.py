"""A definition, with the file and the place in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    """A definition in `file`: the whole file, or the value at the path `at` in it.

    `text` is the text of the whole file. `quotation` is set if the definition is a string in the file. `type`
    is the type of state machine that the file names.
    """

    file: Path
    text: str
    document: Document
    at: paths.Path = ()
    quotation: Quotation | None = None
    design: Design | None = None
    type: StateMachineType | None = None

    def diagnostics(self, type: StateMachineType, rules: RuleSet) -> Iterator[Diagnostic]:
        """The diagnostics of the definition as a state machine of `type`, placed in the file: path, line and
        column count from the file's beginning."""
        for diagnostic in validate(self.document, self.design, type, rules):
            position = self._position(diagnostic)
            path = (*self.at, *diagnostic.path)
            yield replace(diagnostic, path=path, line=position.line, column=position.column)

    def text_with(self, definition: Document) -> str | None:
        """The file's text with another definition in its place; None where only a person can do that."""
        return definition.text if self.quotation is None else self.quotation.rewritten(definition.text)

    def _position(self, diagnostic: Diagnostic) -> Position:
        if self.quotation is None:
            return Position(diagnostic.line, diagnostic.column)
        return self.quotation.place(diagnostic.line, diagnostic.column)
