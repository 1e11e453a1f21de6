"""A definition, with the file and the place in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from schemas.asl.walk import StateMachineType
from schemas.core import paths
from schemas.document.assembly import Assembly
from schemas.document.document import Document
from schemas.document.template import Quotation
from schemas.sidecar.design import Design
from schemas.validator.delivery import Delivery


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

    def text_with(self, definition: Document) -> str | None:
        """The file's text with another definition in its place; None where only a person can do that."""
        return definition.text if self.quotation is None else self.quotation.rewritten(definition.text)
