"""The sheets: each edit applied once and by one change, in words of either language, with others at work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from designer.components.sheet.sheet_sync import SheetSync
from designer.library.store import Library, connect
from designer.protocol.sheet import Cell, SheetEdit, SheetOutbox
from designer.workspace.analysis import Analysis
from designer.workspace.open_workflow import OpenWorkflow
from schemas.document.document import Document
from schemas.sidecar.workflow import Workflow

FLOW = {
    "StartAt": "読む",
    "States": {
        "完了": {"Type": "Succeed"},
        "決済": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "完了"},
        "読む": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Next": "決済"},
    },
}


class Tab:
    """A tab with the sheets open."""

    def __init__(self, address, id, client="c"):
        self.opened = OpenWorkflow(connect(address), id)
        self.sync = SheetSync(self.opened)
        self.client, self.number = client, 0

    def answer(self, language="ja", seen=""):
        self.opened.keep_up()
        outbox = SheetOutbox(client=self.client, attempt=1, seen=seen)
        return self.sync.answer(Analysis(self.opened.workflow, self.opened.last_valid), outbox, language)

    def sheet(self, id):
        return next(sheet for sheet in self.answer().sheets if sheet.id == id)

    def rows(self, id, *columns):
        """The texts of a sheet, row by row."""
        sheet = self.sheet(id)
        places = [[column.id for column in sheet.columns].index(name) for name in columns]
        return [[row.cells[place] for place in places] for row in sheet.rows]

    def uid(self, name):
        return next(row.uid for row in self.sheet("steps").rows if row.cells[0] == name)

    def edit(self, kind, sheet="", *cells, number=0):
        self.number = number or self.number + 1
        texts = [
            Cell(row=row, column=column, text=text, anchor=anchor) for row, column, text, anchor in cells
        ]
        edit = SheetEdit(number=self.number, kind=kind, sheet=sheet, cells=texts)
        self.sync.receive(SheetOutbox(client=self.client, attempt=1, edits=[edit]))
        return self

    def write(self, sheet, *cells):
        return self.edit("write", sheet, *((*cell, "") if len(cell) == 3 else cell for cell in cells))

    @property
    def design(self):
        return self.opened.workflow.design.fields

    def card(self, name):
        return self.design.get("states", {}).get(self.uid(name), {}).get("operations")


@pytest.fixture
def tabs(tmp_path: Path):
    address = f"sqlite:///{tmp_path / 'library.db'}"
    id = Library(connect(address)).add(Workflow("Flow", Document.parse(json.dumps(FLOW, ensure_ascii=False))))
    return lambda client="c": Tab(address, id, client)


def test_the_steps_stand_in_flow_order(tabs):
    assert tabs().rows("steps", "title") == [["読む"], ["決済"], ["完了"]]


def test_answers_are_read_in_words_of_either_language(tabs):
    tab = tabs()
    pay = tab.uid("決済")
    texts = {
        "owner": "決済チーム",
        "customer": "処理中",
        "money": "お金を受け取る",
        "idempotency": "A key lets it happen once",
        "idempotentBy": "注文番号",
        "deadline": "24h",
        "personalData": "含まない",
        "function": "値を比べるだけ",
    }
    tab.write("steps", *((pay, column, text) for column, text in texts.items()))
    assert tab.card("決済") == {
        "customer": "処理中",
        "money": "takes",
        "idempotency": {"kind": "key", "by": "注文番号"},
        "deadline": 86_400,
        "personalData": False,
        "function": "compares",
    }
    shown = dict(zip(texts, tab.rows("steps", *texts)[1], strict=True))
    assert shown == {**texts, "idempotency": "キーで一度だけにする", "deadline": "24時間"}
    tab.edit("undo")
    assert tab.card("決済") is None
    tab.edit("redo")
    assert tab.card("決済")["money"] == "takes"


def test_an_emptied_sheet_leaves_no_trace_of_the_card(tabs):
    tab = tabs()
    pay = tab.uid("決済")
    tab.write(
        "steps", (pay, "customer", "x"), (pay, "idempotentBy", "key"), (pay, "failures", "a → 人が判断")
    )
    tab.write("steps", (pay, "customer", ""), (pay, "idempotency", ""))
    tab.edit("remove", "failures", (f"{pay}/0", "what", "", "a"))
    assert tab.card("決済") is None


def test_what_cannot_be_read_is_kept_with_the_reason_beside_what_can(tabs):
    tab = tabs()
    pay = tab.uid("決済")
    tab.write("steps", (pay, "deadline", "すぐに"), (pay, "money", "たくさん"), (pay, "reply", "確認中"))
    problems = {problem.column: problem for problem in tab.answer().problems}
    assert problems.keys() == {"deadline", "money"}
    assert problems["deadline"].text == "すぐに" and "24時間" in problems["deadline"].message
    assert tab.card("決済") == {"reply": "確認中"}
    tab.write("steps", (pay, "deadline", "1日"), (pay, "money", ""))
    assert tab.answer().problems == []
    assert tab.card("決済") == {"reply": "確認中", "deadline": 86_400}


def test_an_edit_that_comes_again_is_applied_once(tabs):
    tab = tabs()
    cell = (tab.uid("決済"), "failures", "応答なし", "")
    tab.edit("write", "steps", cell, number=1).edit("write", "steps", cell, number=1)
    later = tabs().edit("write", "steps", cell, number=1)
    assert len(later.card("決済")["failures"]) == 1
    assert later.answer().acknowledged == 1


def test_failures_have_a_row_each_and_an_empty_one(tabs):
    tab = tabs()
    pay = tab.uid("決済")
    tab.write("failures", (f"{pay}/0", "what", "応答なし"))
    tab.write("failures", (f"{pay}/0", "answer", "2", "応答なし"))
    assert tab.answer().problems[0].text == "2"
    tab.write("failures", (f"{pay}/0", "answer", "人が判断", "応答なし"))
    tab.write("failures", (f"{pay}/0", "errors", "A、B, ", "応答なし"))
    tab.write(
        "failures", (f"{pay}/1", "what", "残高なし"), (f"{pay}/1", "tell", "経理"), (f"{pay}/2", "how", "x")
    )
    assert tab.card("決済")["failures"] == [
        {"what": "応答なし", "answer": "human", "errors": ["A", "B"]},
        {"what": "残高なし", "tell": "経理"},
        {"what": "", "how": "x"},
    ]
    rows = tab.rows("failures", "title", "what", "answer")
    assert rows == [
        ["読む", "", ""],
        ["決済", "応答なし", "人が判断"],
        ["決済", "残高なし", ""],
        ["決済", "", ""],
        ["決済", "", ""],
    ]
    sheet = tab.sheet("failures")
    assert "Lambda.TooManyRequestsException" in sheet.offers[sheet.rows[1].offers]


def test_a_row_is_found_where_another_tab_has_changed_the_list(tabs):
    here, there = tabs("here"), tabs("there")
    pay = here.uid("決済")
    here.write("steps", (pay, "failures", "a\nb -> ignore\nc → 担当に聞く"))
    assert here.card("決済")["failures"][1:] == [
        {"what": "b", "answer": "ignore"},
        {"what": "c", "how": "担当に聞く"},
    ]
    there.answer()
    there.edit("remove", "failures", (f"{pay}/0", "what", "", "a"))
    here.write("failures", (f"{pay}/1", "tell", "経理", "b"), (f"{pay}/0", "tell", "店", "a"))
    assert here.card("決済")["failures"][0] == {"what": "b", "answer": "ignore", "tell": "経理"}
    assert [problem.text for problem in here.answer().problems] == ["店"]
    assert there.rows("failures", "what", "tell")[1] == ["b", "経理"]


def test_the_input_contract_keeps_its_order(tabs):
    tab = tabs()
    tab.write("input", ("/0", "path", "order.total"))
    tab.write("input", ("/0", "type", "数", "order.total"), ("/0", "example", "12000", "order.total"))
    tab.write(
        "input", ("/0", "sentBy", "browser", "order.total"), ("/0", "guarded", "受けない", "order.total")
    )
    tab.write("input", ("/1", "path", "order.id"), ("/1", "example", "0012"), ("/1", "type", "文字"))
    tab.write("input", ("/0", "path", "order.sum", "order.total"))
    total = {"type": "number", "example": 12_000, "sentBy": "browser", "guarded": True}
    assert list(tab.design["input"]["fields"].items()) == [
        ("order.sum", total),
        ("order.id", {"example": "0012", "type": "string"}),
    ]
    assert tab.rows("input", "path", "type", "guarded")[0] == ["order.sum", "数", "受けない"]
    tab.write("input", ("/2", "path", "order.id"), ("/2", "description", "x"))
    assert {problem.column for problem in tab.answer().problems} == {"path", "description"}
    tab.edit("remove", "input", ("/0", "path", "", "order.sum"), ("/1", "path", "", "order.id"))
    assert "input" not in tab.design


def test_what_the_browser_has_is_not_sent_again(tabs):
    tab = tabs()
    first = tab.answer()
    assert tab.answer(seen=first.digest).sheets is None
    tab.write("steps", (tab.uid("決済"), "owner", "店"))
    assert tab.answer(seen=first.digest).sheets is not None


@pytest.mark.parametrize("row", ["gone", "", "x/1", "/-1", "/99999999999"])
@pytest.mark.parametrize("sheet", ["steps", "failures", "input", "other"])
def test_odd_rows_change_nothing_that_is_there(tabs, sheet, row):
    tab = tabs()
    before = tab.opened.workflow.document.text
    for column in ("what", "path", "money", "customer", "none"):
        tab.write(sheet, (row, column, "x"))
    tab.edit("remove", sheet, (row, "what", "", "x"))
    assert tab.opened.workflow.document.text == before
    assert tab.design.get("states", {}) == {}
