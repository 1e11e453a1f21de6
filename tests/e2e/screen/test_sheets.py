"""The tables of operations, filled in by keyboard while people talk."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from awaiting import eventually
from playwright.sync_api import Locator, Page, expect
from shelving import shelve, taken
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

CALL = {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke"}
FLOW = json.dumps(
    {
        "StartAt": "在庫",
        "States": {
            "在庫": {**CALL, "Next": "決済"},
            "決済": {**CALL, "Next": "出荷"},
            "出荷": {**CALL, "End": True},
        },
    },
    ensure_ascii=False,
)


class Sheets:
    """The drawer with the tables, filled in by keyboard alone."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.keys = page, page.keyboard
        page.goto(url)
        self.root = page.locator(".sheets")
        expect(self.root).to_be_visible()

    def cell(self, step: str, column: str) -> Locator:
        row = self.root.locator("tbody tr").filter(has=self.page.locator(f'th div:text-is("{step}")'))
        return row.first.locator(f'[data-column="{column}"]')

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keys.press(key)

    def compose(self, *steps: str) -> None:
        """Type a word as an input method does: letters that are converted, then taken over by Enter."""
        devtools = self.page.context.new_cdp_session(self.page)
        for text in steps[:-1]:
            end = len(text)
            devtools.send(
                "Input.imeSetComposition", {"text": text, "selectionStart": end, "selectionEnd": end}
            )
        devtools.send("Input.insertText", {"text": steps[-1]})
        devtools.detach()

    def settle(self) -> None:
        expect(self.root).to_have_attribute("data-pending", "0")


@pytest.fixture
def workflow(database: str) -> str:
    return shelve(database, FLOW)


@pytest.fixture
def tables(page: Page, designer: str, workflow: str) -> Iterator[tuple[Sheets, Sheets]]:
    url = f"{designer}/?workflow={workflow}&lang=ja&drawer=operations"
    yield Sheets(page, url), Sheets(page.context.new_page(), url)


def test_three_steps_are_filled_in_by_keyboard_in_japanese(tables, database, workflow) -> None:
    here, there = tables
    here.cell("在庫", "customer").click()
    for steps in (("k", "か", "かく", "確認中"), ("s", "し", "処理中"), ("h", "は", "発送準備中")):
        here.compose(*steps)
        here.press("Enter")
    here.press("ArrowUp", "Tab")
    here.keys.type("応答なし → 人が判断")
    here.press("Tab", "1", "Tab", "Enter", "ArrowDown", "Tab")
    here.keys.type("注文番号")
    here.press("Tab")
    here.keys.type("24時間")
    here.press("Enter")
    here.settle()
    states = {state.name: state.operations for state in taken(database, workflow).design.states.values()}
    assert [states[name].customer for name in ("在庫", "決済", "出荷")] == ["確認中", "処理中", "発送準備中"]
    pay = states["決済"]
    assert (pay.money, pay.idempotency, pay.idempotent_by) == ("takes", "key", "注文番号")
    assert pay.deadline == 86_400
    assert [(failure.what, failure.answer) for failure in pay.failures] == [("応答なし", "human")]
    expect(here.page.locator('[data-state="決済"] .fact-takes')).to_be_visible()
    expect(there.cell("決済", "deadline")).to_have_text("24時間")
    here.press("Control+z")
    expect(here.cell("決済", "deadline")).to_have_text("")
    expect(there.cell("決済", "deadline")).to_have_text("")
    here.press("Control+y")
    expect(there.cell("決済", "deadline")).to_have_text("24時間")


def test_cells_are_pasted_and_what_is_wrong_stays_to_be_seen(tables, database, workflow) -> None:
    here, there = tables
    there.page.close()
    here.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    here.page.evaluate("navigator.clipboard.writeText('店\\tA\\n倉庫\\t\"B\\n二行\"\\n')")
    here.cell("決済", "owner").click()
    here.press("Control+v")
    here.settle()
    expect(here.cell("出荷", "customer")).to_have_text("B\n二行")
    here.cell("決済", "deadline").click()
    here.keys.type("すぐに")
    here.press("Enter", "ArrowUp")
    expect(here.cell("決済", "deadline")).to_have_class("is-problem is-chosen is-active")
    expect(here.root.locator(".status")).to_contain_text("「すぐに」は期限として読めません")
    here.press("Delete")
    expect(here.cell("決済", "deadline")).to_have_text("")
    here.cell("決済", "failures").click()
    here.press("Enter")
    here.keys.type("残高なし")
    here.press("Enter")
    here.keys.type("応答なし")
    here.press("Enter", "Escape")
    expect(here.cell("決済", "failures")).to_have_text("残高なし → ？\n応答なし → ？")
    assert eventually(here.page, lambda: len(_states(database, workflow)["決済"].operations.failures) == 2)
    assert _states(database, workflow)["出荷"].owner == "倉庫"
    here.root.get_by_role("tab", name="入力").click()
    here.keys.type("order.total")
    here.press("Tab")
    here.keys.type("数")
    here.press("Enter")
    here.page.locator(".start-mark").click()
    expect(here.page.locator(".st-key-inspector")).to_contain_text("order.total 数")


def _states(database, workflow):
    return {state.name: state for state in taken(database, workflow).design.states.values()}
