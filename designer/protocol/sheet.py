"""The messages between the sheets and Python; `sheet/protocol.gen.ts` is generated from this file.

A sheet is a table of texts that is filled in by keyboard, as in a spreadsheet. The browser shows each edit at
once, and sends it in an `Outbox`, again and again, until Python has acknowledged its number. Python answers
with the sheets as they stand, and with what could not be read.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from designer.protocol.message import Message

MAX_TEXT = 10_000
MAX_CELLS = 5_000


ColumnKind = Literal["title", "text", "choice", "names", "failures"]
"""The kinds of columns: `title` names the row and cannot be changed, `text` is typed, `choice` takes one of
the options, `names` takes several with commas, `failures` leads to the sheet of that name and adds to it."""


class Column(Message):
    """A column. The `options` of a text are suggestions."""

    id: str
    title: str
    help: str = ""
    kind: ColumnKind = "text"
    options: list[str] = []
    width: int = 160


class Row(Message):
    """A row; `cells` has the text of each column, `locked` the columns without a question for this row.

    The id of a row that may be followed by others of its kind is "<group>/<index>"; a new one `is_new`.
    `offers` is the key of the names that are offered in it.
    """

    id: str
    cells: list[str]
    locked: list[int] = []
    depth: int = 0
    uid: str = ""
    is_new: bool = False
    offers: str = ""


class Sheet(Message):
    """A table; `offers` has lists of names by key."""

    id: str
    title: str
    columns: list[Column]
    rows: list[Row]
    offers: dict[str, list[str]] = {}


class Cell(Message):
    """A text for a cell. `anchor` is the row's first text before, by which a row is found that has moved."""

    row: str
    column: str
    text: str = Field(max_length=MAX_TEXT)
    anchor: str = Field(default="", max_length=MAX_TEXT)


class SheetEdit(Message):
    """Texts of cells, whole rows to remove (named by a cell of each), or an undo or a redo."""

    number: int
    kind: Literal["write", "remove", "undo", "redo"]
    sheet: str = ""
    cells: list[Cell] = Field(default=[], max_length=MAX_CELLS)


class SheetOutbox(Message):
    """The browser's message; `seen` is the digest of the sheets that it has.

    `attempt` rises with each outbox, so that no two are alike.
    """

    client: str
    attempt: int
    seen: str = ""
    edits: list[SheetEdit] = []


class CellProblem(Message):
    """A typed text that could not be read, and the reason."""

    sheet: str
    row: str
    column: str
    text: str
    message: str


class SheetAnswer(Message):
    """Python's answer to one client ("" before one has spoken), about one workflow.

    `acknowledged` is the last edit of this client that was applied or refused. `sheets` is None where the
    client has them already. `selected` is the uid of the state that is selected on the canvas.
    """

    workflow: str
    client: str
    acknowledged: int
    digest: str
    sheets: list[Sheet] | None = None
    problems: list[CellProblem] = []
    selected: str = ""
    language: Literal["ja", "en"] = "ja"
