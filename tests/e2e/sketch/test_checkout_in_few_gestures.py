"""A checkout from an empty board to files that deploy, with every gesture counted.

A gesture is a click, a drag, a command key, or one text with the Enter that ends it.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from budget import deep_only
from desk import Desk
from osls import package
from playwright.sync_api import Locator, expect
from shelving import shelve, taken
from tooling import needs_chromium, needs_node

pytestmark = [pytest.mark.browser, pytest.mark.node, needs_chromium, needs_node]

MOST = 40
EMPTY = '{\n  "QueryLanguage": "JSONata",\n  "StartAt": "",\n  "States": {}\n}\n'
PERSON, DONE, FAILED = "Alt+5", "Alt+7", "Alt+8"
JAPANESE = [
    ("カート画面：商品番号、数量、合計", ""),
    ("在庫テーブルの在庫を引き当てる", ""),
    ("在庫なし：売り切れ", FAILED),
    ("合計は10万円以上？", ""),
    ("はい：担当者が24時間以内に承認する", PERSON),
    ("却下：お断り", FAILED),
    ("承認：カードで決済する（Lambda）", ""),
    ("失敗：在庫テーブルの在庫を戻す", ""),
    ("決済失敗", FAILED),
    ("注文テーブルに登録する", ""),
    ("失敗：決済を取り消す（Lambda）", ""),
    ("注文失敗", FAILED),
    ("注文完了", DONE),
]
ENGLISH = [
    ("Cart: product_id, quantity, total", ""),
    ("Reserve the stock in the Stock table", ""),
    ("out of stock: Sold out", FAILED),
    ("Is the total at least 100,000?", ""),
    ("yes: The order desk approves within 24 hours", PERSON),
    ("rejected: Order refused", FAILED),
    ("approved: Charge the card (Lambda)", ""),
    ("on failure: Return the stock to the Stock table", ""),
    ("Payment failed", FAILED),
    ("Write the order to Orders", ""),
    ("on error: Cancel the payment (Lambda)", ""),
    ("Order failed", FAILED),
    ("Ordered", DONE),
]


@dataclass
class Person:
    """A person before the sketch, whose gestures are counted."""

    desk: Desk
    gestures: int = 0

    def write(self, text: str, kind: str = "") -> None:
        self.desk.type(text)
        self.gestures += 1
        if kind:
            self.press(kind)
        self.desk.press("Enter")

    def press(self, key: str) -> None:
        self.desk.press(key)
        self.gestures += 1

    def click(self, target: Locator) -> None:
        target.click()
        self.gestures += 1

    def draw(self, source: str, target: str, label: str) -> None:
        self.desk.drag_arrow(source, self.desk.card(target))
        self.gestures += 1
        self.write(label)


def test_a_checkout_is_drawn_converted_and_exported_in_japanese(desk: Desk, tmp_path: Path) -> None:
    desk.url = desk.url.replace("lang=en", "lang=ja")
    words = ("いいえ", "全体を表示", "ワークフローにする", "ワークフローへ", "書き出す", "すべてダウンロード")
    assert drawn_and_exported(desk, tmp_path, JAPANESE, words) <= MOST


@deep_only
def test_a_checkout_is_drawn_converted_and_exported_in_english(desk: Desk, tmp_path: Path) -> None:
    words = ("no", "Fit to screen", "Make the workflow", "To the workflow", "Export", "Download all")
    assert drawn_and_exported(desk, tmp_path, ENGLISH, words) <= MOST


def drawn_and_exported(desk: Desk, folder: Path, cards: list[tuple[str, str]], words: tuple[str, ...]) -> int:
    """Draw the cards, make a workflow of them and export it; the number of gestures."""
    no, show_all, make, to_workflow, export, download = words
    desk.id = shelve(desk.database, EMPTY)
    desk.open(desk.url + desk.id)
    expect(desk.writing).to_be_focused()
    person, page = Person(desk), desk.page
    for text, kind in cards:
        person.write(text, kind)
    person.press("Escape")
    person.click(page.get_by_role("button", name=show_all))
    desk.settle()
    asked, paid = cards[3][0], re.split("[:：]", cards[6][0])[1].strip()
    person.draw(asked, paid, no)
    desk.settle()
    person.click(page.get_by_role("button", name=make))
    dialog = page.get_by_role("dialog")
    person.click(dialog.get_by_role("button", name=to_workflow))
    expect(page.locator('[data-subject="workflow"] [data-state]').first).to_be_visible()
    person.click(page.get_by_role("button", name=export, exact=True))
    person.click(dialog.locator(".st-key-export-format").get_by_role("combobox"))
    person.click(page.get_by_role("option", name="Serverless Framework"))
    with page.expect_download() as files:
        person.click(dialog.get_by_role("button", name=download))
    judge(desk, files.value.path(), folder)
    return person.gestures


def judge(desk: Desk, files: Path, folder: Path) -> None:
    """See that the real tool packages the files, and that the machine is the whole checkout."""
    with zipfile.ZipFile(files) as packed:
        packed.extractall(folder / "service")
    (home,) = {path.parent for path in (folder / "service").rglob("serverless.yml")}
    packaged = package(home, folder / "home")
    assert packaged.is_without_warning
    assert len(packaged.machines) == 1
    workflow = taken(desk.database, desk.id)
    states = json.loads(workflow.document.text)["States"]
    types = Counter(state["Type"] for state in states.values())
    assert len(states) == 13
    assert types == {"Task": 6, "Choice": 2, "Fail": 4, "Succeed": 1}
    assert sum(len(state.get("Catch", ())) for state in states.values()) == 3
    assert sum("waitForTaskToken" in state.get("Resource", "") for state in states.values()) == 1
    tables = [
        state["Arguments"]["TableName"]
        for state in states.values()
        if "dynamodb" in state.get("Resource", "")
    ]
    assert len(tables) == 3
    assert len(set(tables)) == 2
    assert not any(entry.undecided for entry in workflow.design.states.values())
