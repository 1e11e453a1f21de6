"""A definition, with the file and the place in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from designer.linting.sources.notice import Notice
from schemas.asl.walk import StateMachineType
from schemas.core import paths
from schemas.core.diagnostic import Diagnostic
from schemas.document.assembly import Assembly
from schemas.document.document import Document, Position
from schemas.document.template import Quotation
from schemas.sidecar.design import Design
from schemas.validator.delivery import Delivery, undelivered
from schemas.validator.ruleset import RuleSet
from schemas.validator.validate import validate


@dataclass(frozen=True)
class Source:
    """A definition in `file`: the whole file, or the value at the path `at` in it.

    `text` is the text of the whole file. `quotation` is set if the definition is a string in the file, and
    `assembly` if values of the definition stand in other places; fixes then apply to `document` alone. `type`
    is the type of state machine that the file names, and `name` the machine's name in the template; empty if
    the file holds nothing else. `followed` are the files that were read to find the definition.
    `delivery` is the way in which its placeholders get their values, where that is known.
    """

    file: Path
    text: str
    document: Document
    at: paths.Path = ()
    quotation: Quotation | None = None
    design: Design | None = None
    type: StateMachineType | None = None
    name: str = ""
    assembly: Assembly | None = None
    followed: frozenset[Path] = frozenset()
    delivery: Delivery | None = None

    @property
    def whole(self) -> Document:
        """The definition with all its values, wherever they stand."""
        return self.assembly or self.document

    def diagnostics(self, type: StateMachineType, rules: RuleSet) -> Iterator[Notice]:
        """The diagnostics of the definition as a state machine of `type`, each with its file.

        Path, line and column count from that file's beginning.
        """
        found = validate(self.whole, self.design, type, rules)
        if self.delivery is not None and self.whole.problem is None:
            of_tool = undelivered(self.whole, self.delivery)
            found = [*(each for each in found if each.code != "odd-placeholder"), *of_tool]
        for diagnostic in sorted(found, key=lambda each: (each.line, each.column)):
            if self.assembly is not None:
                yield _placed(self.assembly, diagnostic)
                continue
            position = self._position(diagnostic)
            path = (*self.at, *diagnostic.path)
            placed = replace(diagnostic, path=path, line=position.line, column=position.column)
            yield Notice(self.file, self.text, placed)

    def text_with(self, definition: Document) -> str | None:
        """The file's text with another definition in its place; None where only a person can do that."""
        return definition.text if self.quotation is None else self.quotation.rewritten(definition.text)

    def _position(self, diagnostic: Diagnostic) -> Position:
        if self.quotation is None:
            return Position(diagnostic.line, diagnostic.column)
        return self.quotation.place(diagnostic.line, diagnostic.column)


def _placed(assembly: Assembly, diagnostic: Diagnostic) -> Notice:
    part, path = assembly.place(diagnostic.path)
    if diagnostic.file and part.file != diagnostic.file:
        part, path = assembly.place(diagnostic.path, key=True)
    return Notice(Path(part.file), part.document.text, replace(diagnostic, path=path))
