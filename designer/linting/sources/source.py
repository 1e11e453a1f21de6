"""A definition, with the file and the place in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from designer.library.files import inner_sidecar_path, sidecar_path
from schemas.asl.walk import StateMachineType
from schemas.core import paths
from schemas.core.paths import Json
from schemas.document.assembly import Assembly
from schemas.document.document import Document
from schemas.document.template import Quotation
from schemas.sidecar.design import Design
from schemas.validator.delivery import Delivery


class Inset(Protocol):
    """A definition that is a part of a file, and the way back into the file's text."""

    @property
    def document(self) -> Document:
        """The definition as a document of its own."""
        ...

    def rewritten(self, document: Document) -> str | None:
        """The file's text with `document` in place of the definition; None where a person has to do it."""
        ...


@dataclass(frozen=True)
class Source:
    """A definition in `file`: the whole file, or the value at the path `at` in it.

    `text` is the text of the whole file. `quotation` is set if the definition is a string in the file, and
    `assembly` if values of the definition stand in other places; fixes then apply to `document` alone. `type`
    is the type of state machine that the file names, and `name` the machine's name in the template; empty if
    the file holds nothing else. `followed` are the files that were read to find the definition.
    `delivery` is the way in which its placeholders get their values, where that is known.
    `inset` is set if the definition is a part of the file. `properties` are those of the machine in the
    template, by the names that the `kind` of template gives them. `fixed` is the key of the reason why the
    definition cannot be written where it stands; empty if it can.
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
    inset: Inset | None = None
    kind: str = ""
    properties: Mapping[str, Json] = field(default_factory=dict)
    fixed: str = ""

    @property
    def whole(self) -> Document:
        """The definition with all its values, wherever they stand."""
        return self.assembly or self.document

    @property
    def sidecar(self) -> Path:
        """The path of the sidecar: beside the file, under the name of the machine if the file has others."""
        is_part = self.quotation is not None or self.inset is not None
        return inner_sidecar_path(self.file, self.name) if is_part and self.name else sidecar_path(self.file)

    def text_with(self, definition: Document) -> str | None:
        """The file's text with another definition in its place; None where only a person can do that."""
        if self.quotation is None:
            return definition.text
        return self.inset.rewritten(definition) if self.inset else None
