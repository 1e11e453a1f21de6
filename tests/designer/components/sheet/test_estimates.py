"""The sheets of the costs: numbers that are typed become estimates, others are told, defaults are marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from designer.components.sheet.sheet_sync import ESTIMATES, SheetSync
from designer.library.store import Library, connect
from designer.protocol.sheet import Cell, SheetEdit, SheetOutbox
from designer.workspace.analysis import Analysis
from designer.workspace.open_workflow import OpenWorkflow
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

FLOW = {
    "StartAt": "pick",
    "States": {
        "pick": {
            "Type": "Choice",
            "Choices": [
                {"Condition": "{% $states.input.a %}", "Next": "yes"},
                {"Condition": "{% $states.input.b %}", "Next": "yes"},
            ],
            "Default": "each",
        },
        "yes": {"Type": "Succeed"},
        "each": {
            "Type": "Map",
            "ItemProcessor": {"StartAt": "one", "States": {"one": {"Type": "Pass", "End": True}}},
            "End": True,
        },
    },
    "QueryLanguage": "JSONata",
}


class Tab:
    """A tab with the sheets of the costs open."""

    def __init__(self, address: str, id: str) -> None:
        self.opened = OpenWorkflow(connect(address), id)
        self.sync = SheetSync(self.opened, ESTIMATES, "/costs")
        self.number = 0

    def answer(self):
        outbox = SheetOutbox(client="c", attempt=1)
        return self.sync.answer(Analysis(self.opened.workflow, self.opened.last_valid), outbox, "en")

    def rows(self, id: str) -> dict[tuple[str, ...], list[str]]:
        """The texts of a sheet, by the state and for a way by its target, too."""
        (sheet,) = (sheet for sheet in self.answer().sheets if sheet.id == id)
        names = 1 if id == "needs" else 3
        return {(row.cells[0], *row.cells[2:names]): row.cells for row in sheet.rows}

    def write(self, id: str, state: str, column: str, text: str, target: str = "") -> None:
        (sheet,) = (sheet for sheet in self.answer().sheets if sheet.id == id)
        row = next(row for row in sheet.rows if row.cells[0] == state and target in ("", row.cells[2]))
        self.number += 1
        cells = [Cell(row=row.id, column=column, text=text)]
        edit = SheetEdit(number=self.number, kind="write", sheet=id, cells=cells)
        self.sync.receive(SheetOutbox(client="c", attempt=1, edits=[edit]))


@pytest.fixture
def tab(tmp_path: Path) -> Tab:
    address = f"sqlite:///{tmp_path / 'library.db'}"
    return Tab(address, Library(connect(address)).add(Workflow("Flow", Document.parse(json.dumps(FLOW)))))


def test_defaults_are_marked_and_a_typed_number_takes_their_place(tab: Tab) -> None:
    assert tab.rows("needs")[("each",)] == ["each", "", "1 (default)", "10 (default)", "0.500"]
    tab.write("needs", "each", "items", "４")
    tab.write("needs", "each", "attempts", "1.5")
    assert tab.rows("needs")[("each",)] == ["each", "", "1.5", "4", "0.500"]
    assert tab.rows("needs")[("one",)][-1] == "3.000"
    tab.write("needs", "each", "items", "")
    assert tab.rows("needs")[("each",)][3] == "10 (default)"


def test_a_percentage_becomes_the_likelihood_of_a_target(tab: Tab) -> None:
    assert tab.rows("shares")[("pick", "yes")][1] == "50 % (default)"
    tab.write("shares", "pick", "share", "80 %", target="yes")
    found = tab.rows("shares")
    assert (found["pick", "yes"][1], found["pick", "each"][1]) == ("80 %", "20 % (default)")
    assert tab.rows("needs")[("yes",)][-1] == "0.800"


@pytest.mark.parametrize("typed", ["many", "-1", "1.2.3", "5x"])
def test_what_is_no_number_is_told_in_its_cell(tab: Tab, typed: str) -> None:
    tab.write("needs", "yes", "seconds", typed)
    (problem,) = tab.answer().problems
    assert (problem.text, problem.column) == (typed, "seconds")
    assert "estimate" not in json.dumps(tab.opened.workflow.design.fields)


@pytest.mark.parametrize(("id", "column", "typed"), [("needs", "attempts", "0"), ("shares", "share", "120")])
def test_what_is_out_of_bounds_is_told_in_its_cell(tab: Tab, id: str, column: str, typed: str) -> None:
    tab.write(id, "pick", column, typed)
    (problem,) = tab.answer().problems
    assert problem.column == column
