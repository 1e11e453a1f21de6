"""The sheet of what can fail: a row for each failure of a state, and an empty one for one more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from designer.base.words import word
from designer.components.sheet.choices import choice_words, chosen
from designer.components.sheet.rows import group_of, index_of, row_id
from designer.protocol.sheet import Cell, Column, ColumnKind, Row, Sheet
from designer.workspace.analysis import Analysis
from designer.workspace.sidecar.operations_card import (
    OPEN,
    Values,
    failure_changed,
    failure_removed,
    people_of,
)
from exporters.scene.captions import FAILING_TYPES
from schemas.asl.flow_order import flow_order
from schemas.asl.graph import graph
from schemas.asl.services import error_names
from schemas.asl.walk import State
from schemas.core.coerce import mapping
from schemas.core.coerce import text as string
from schemas.core.diagnostic import Language
from schemas.core.edits import EditRefused
from schemas.core.paths import Json, Path, value_at
from schemas.sidecar.design import StateDesign
from schemas.sidecar.operations import ANSWERS, Failure

ARROW = "→"

_WIDTHS = {"title": 170, "what": 240, "answer": 150, "how": 240, "tell": 120, "errors": 240}


@dataclass(frozen=True)
class Failures:
    """The sheet of the failures of all states that can fail."""

    id: str = "failures"

    def sheet(self, analysis: Analysis, language: Language) -> Sheet:
        """A row for each failure, and an empty one behind those of each state."""
        workflow = analysis.last_valid
        offers: dict[tuple[str, ...], str] = {}
        rows: list[Row] = []
        for state, depth in flow_order(graph(workflow.document.value)):
            uid = analysis.identity.uids[state.path]
            design = analysis.workflow.design.states.get(uid) or StateDesign(state.name)
            if state.type in FAILING_TYPES or design.operations.failures:
                names = error_names(state.type, string(state.fields.get("Resource")))
                offered = offers.setdefault(names, str(len(offers)))
                rows += _rows(uid, state, depth, design, offered, language)
        people = people_of(analysis.workflow.design)
        return Sheet(
            id=self.id,
            title=word(language, "sheet.failures"),
            columns=[_column(name, width, people, language) for name, width in _WIDTHS.items()],
            rows=rows,
            offers={key: list(names) for names, key in offers.items()},
        )

    def written(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """The failures of the state with another text in one of them."""
        path, failures, index = _place(design, cell, rows)
        value: Json = cell.text.strip()
        if cell.column == "answer":
            value = chosen("operations.failure.answer", ANSWERS, cell.text)
        elif cell.column == "errors":
            value = [name.strip() for name in cell.text.replace("、", ",").split(",") if name.strip()]
        if not value and index >= len(failures):
            return {}
        return {path: failure_changed(failures, index, cell.column, value)}

    def removed(self, design: Json, cell: Cell, rows: dict[str, int]) -> Values:
        """The failures of the state without one of them."""
        path, failures, index = _place(design, cell, rows)
        return {path: failure_removed(failures, index)}


def failures_added(failures: Json, typed: str) -> Json:
    """The list of failures with one more for each typed line, "<failure>" or "<failure> → <answer>".

    An answer that is none of the choices says how.
    """
    for line in filter(None, map(str.strip, typed.splitlines())):
        what, _, answer = (part.strip() for part in line.replace("->", ARROW).partition(ARROW))
        index = len(failures) if isinstance(failures, list) else 0
        failures = failure_changed(failures, index, "what", what)
        try:
            name, value = "answer", chosen("operations.failure.answer", ANSWERS, answer.strip(OPEN))
        except EditRefused:
            name, value = "how", answer
        failures = failure_changed(failures, index, name, value)
    return failures


def _place(design: Json, cell: Cell, rows: dict[str, int]) -> tuple[Path, list[Json], int]:
    """The path of the cell's list of failures, the list, and the index in it."""
    path: Path = ("states", group_of(cell.row), "operations", "failures")
    found = value_at(design, path)[1]
    failures = found if isinstance(found, list) else []
    return path, failures, index_of(cell, [string(mapping(each).get("what")) for each in failures], rows)


def _column(name: str, width: int, people: list[str], language: Language) -> Column:
    if name == "title":
        return Column(id=name, title=word(language, "sheet.step"), kind="title", width=width)
    options = {
        "answer": choice_words(language, "operations.failure.answer", ANSWERS),
        "tell": people,
    }
    kinds: dict[str, ColumnKind] = {"answer": "choice", "errors": "names"}
    return Column(
        id=name,
        title=word(language, f"operations.failure.{name}"),
        help=word(language, f"sheet.failure.{name}.help"),
        kind=kinds.get(name, "text"),
        options=options.get(name, []),
        width=width,
    )


def _rows(
    uid: str, state: State, depth: int, design: StateDesign, offered: str, language: Language
) -> Iterator[Row]:
    failures = (*design.operations.failures, Failure(""))
    for index, failure in enumerate(failures):
        answer = failure.answer and word(language, f"operations.failure.answer.{failure.answer}")
        yield Row(
            id=row_id(uid, index),
            uid=uid,
            cells=[state.name, failure.what, answer, failure.how, failure.tell, ", ".join(failure.errors)],
            depth=depth,
            is_new=index == len(failures) - 1,
            offers=offered,
        )
