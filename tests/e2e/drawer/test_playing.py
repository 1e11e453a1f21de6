"""A workflow that is played: the checkout in Japanese, with a refused payment and a person's answer."""

from __future__ import annotations

import json

import pytest
from awaiting import answered, eventually
from board import Board
from playwright.sync_api import Page, expect
from tooling import needs_chromium

from designer.library.samples import load_sample
from designer.library.store import Library, connect
from designer.playing.beginnings import beginnings
from player import Execution
from schemas.core.coerce import mapping
from schemas.core.paths import Json

pytestmark = [pytest.mark.browser, needs_chromium]


def test_the_checkout_is_played_with_a_refused_payment_and_a_persons_answer(
    page: Page, designer: str, database: str
):
    workflow = load_sample("checkout")
    id = Library(connect(database)).add(workflow)
    board = Board(page).open(f"{designer}/?workflow={id}&lang=ja&look=business&drawer=play")
    bar, inspector = page.locator(".run-bar"), page.locator(".st-key-inspector")

    page.keyboard.press("g")
    expect(bar).to_contain_text("終わりました: 注文完了")
    expect(page.locator(".st-key-timeline button")).to_have_count(15)
    page.keyboard.press(",")
    expect(bar).not_to_contain_text("終わりました")
    assert eventually(page, lambda: board.selected() == {"注文完了"})

    def let_fail(reason: str) -> None:
        board.find("決済")
        answered(page)
        inspector.get_by_role("combobox", name="「決済」が失敗したら？").click()
        page.get_by_role("option", name=reason).click()
        expect(bar.locator("strong")).to_have_text("決済")

    let_fail("カードを断られた")
    bar.locator('[data-tool="play"]').click()
    expect(bar).to_contain_text("終わりました: 決済不可")

    let_fail("支払えたか分からない")
    bar.locator('[data-tool="play"]').click()
    expect(bar).to_contain_text("受注担当の答えを待っています: 人の判断を待つ（期限 1日）")
    inspector.get_by_role("button", name="在庫を戻す（未決済）").click()
    expect(bar.locator("strong")).to_have_text("人の答え")
    bar.locator('[data-tool="play"]').click()
    expect(bar).to_contain_text("終わりました: 決済不可")

    bar.locator('[data-tool="close-run"]').click()
    expect(bar).to_be_hidden()
    assert Library(connect(database)).read(id).asl == workflow.document.text


def history(case: str, **mocks: Json) -> str:
    """The history that the service would record of a case of the checkout in which these states fail."""
    workflow = load_sample("checkout")
    beginning = beginnings(workflow)[case]
    definition = mapping(workflow.document.value)
    execution = Execution(definition, beginning.input, mocks={**beginning.mocks, **mocks}).run()
    described = {"executionArn": "arn:aws:states:x:1:execution:checkout:1", "redriveStatus": "REDRIVABLE"}
    return json.dumps({"events": execution.events}) + json.dumps(described)


def test_a_recorded_execution_is_told_and_played_on_and_kept_as_a_case(
    page: Page, designer: str, database: str
):
    id = Library(connect(database)).add(load_sample("checkout"))
    board = Board(page).open(f"{designer}/?workflow={id}&lang=en&drawer=play")
    bar, inspector, drawer = (
        page.locator(".run-bar"),
        page.locator(".st-key-inspector"),
        page.locator(".st-key-drawer"),
    )
    drawer.get_by_role("button", name="Cases", exact=True).click()
    page.get_by_role("button", name="Run all cases").click()
    expect(bar).to_contain_text("11 of 11 cases passed")
    drawer.get_by_role("button", name="Recorded execution").click()
    broken: Json = {"error": "Lambda.ServiceException", "cause": "no answer"}
    page.get_by_label("Paste").fill(history("注文が成立する", 在庫チェック=broken))
    show = page.get_by_role("button", name="Show on the canvas")
    show.click()
    expect(show).to_have_count(0)
    expect(bar).to_contain_text("在庫チェック")
    expect(page.locator(".run-outcome")).to_contain_text("Lambda.ServiceException")
    expect(page.locator(".run-outcome")).to_contain_text("REDRIVABLE")
    expect(drawer.get_by_text("aws stepfunctions redrive-execution")).to_be_visible()

    drawer.get_by_role("button", name="Play on from").click()
    expect(bar).to_contain_text("在庫チェック")
    board.find("在庫チェック")
    answered(page)
    expect(inspector.locator(".st-key-moment")).to_contain_text("Input")
    expect(inspector.get_by_text("cart-1001").first).to_be_visible()
    bar.locator('[data-tool="play"]').click()
    expect(bar).to_contain_text("Finished")

    drawer.get_by_role("button", name="Cases", exact=True).click()
    name = page.get_by_label("Name to keep this run as a case")
    name.fill("answered at last")
    page.get_by_role("button", name="Keep as a case").click()
    expect(name).to_have_count(0)
    assert eventually(page, lambda: "answered at last" in (Library(connect(database)).read(id).design))
    drawer.get_by_role("button", name="Cases", exact=True).click()
    page.get_by_role("button", name="Run all cases").click()
    expect(drawer.get_by_text("answered at last")).to_be_visible()
    expect(drawer.get_by_text("states:")).to_be_visible()
    expect(page.get_by_role("button", name="Download as mocks")).to_be_visible()
    assert eventually(page, lambda: "×" in page.locator("[data-state]").first.inner_text())
