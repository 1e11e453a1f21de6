"""A workflow that is played: the checkout in Japanese, with a refused payment and a person's answer."""

from __future__ import annotations

import pytest
from awaiting import answered, eventually
from board import Board
from playwright.sync_api import Page, expect
from tooling import needs_chromium

from designer.library.samples import load_sample
from designer.library.store import Library, connect

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
    board.find("人の判断を待つ")
    answered(page)
    inspector.get_by_role("button", name="在庫を戻す（未決済）").click()
    expect(bar.locator("strong")).to_have_text("人の答え")
    bar.locator('[data-tool="play"]').click()
    expect(bar).to_contain_text("終わりました: 決済不可")

    bar.locator('[data-tool="close-run"]').click()
    expect(bar).to_be_hidden()
    assert Library(connect(database)).read(id).asl == workflow.document.text
