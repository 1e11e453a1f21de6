"""Dialogs, and what else the page is told meanwhile."""

from __future__ import annotations

import pytest
from desk import Desk
from line import Line
from playwright.sync_api import Page, expect
from sketching import card
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

EMPTY = '{"StartAt": "", "States": {}}'


def test_a_click_in_a_dialog_counts_beside_a_message_of_the_canvas(
    page: Page, designer: str, database: str
) -> None:
    line = Line(page)
    desk = Desk(page, designer, database).open_on({"check": card("step", "Check stock")}, {}, EMPTY)
    desk.card("Check stock").click()
    expect(page.get_by_label("Text on the card")).to_be_visible()
    selecting = line.asked
    page.get_by_role("button", name="Make the workflow").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="State")).to_be_visible()
    desk.settle()
    line.crowd = selecting
    dialog.get_by_role("button", name="State").click()
    expect(dialog).to_have_count(0)
    expect(page.locator("[data-subject='workflow'] [data-state='Check stock']")).to_be_visible()
