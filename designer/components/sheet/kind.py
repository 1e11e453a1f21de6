"""The interface of a kind of sheet."""

from __future__ import annotations

from typing import Protocol

from designer.protocol.sheet import Cell, Sheet
from designer.workspace.analysis import Analysis
from designer.workspace.sidecar.operations_card import Values
from schemas.core.diagnostic import Language
from schemas.core.paths import Json


class SheetKind(Protocol):
    """A sheet that is made from the workflow, and changes of it that its cells make."""

    @property
    def id(self) -> str:
        """The id of the sheet."""
        ...

    def sheet(self, analysis: Analysis, language: Language) -> Sheet:
        """The sheet as the workflow stands."""
        ...

    def written(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """The values of the sidecar `design` that a cell's text makes.

        `rows` keeps the indexes of the rows that were found in this edit. Raises `Unreadable` and
        `EditRefused`.
        """
        ...

    def removed(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """The values of the sidecar `design` without the row of the cell."""
        ...
