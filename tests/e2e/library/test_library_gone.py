"""The library's file is deleted under the server: the screen stays, says so, and goes on when it is back."""

from __future__ import annotations

from pathlib import Path

import pytest
from board import Board
from playwright.sync_api import Page, expect
from shelving import FLOW, kept, shelve, taken
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]


def test_nothing_is_lost_or_said_to_be_saved_while_the_file_is_gone(
    page: Page, designer: str, database: str
) -> None:
    id = shelve(database, FLOW)
    file = Path(database.removeprefix("sqlite:///"))
    aside = file.with_name("aside.db")
    bar, alert = page.locator(".st-key-topbar"), page.get_by_test_id("stAlert")
    board = Board(page).open(f"{designer}/?workflow={id}&lang=en")
    expect(bar.get_by_text("cloud_done")).to_be_visible()
    board.root.evaluate("canvas => { canvas.isTheSame = true; }")
    file.rename(aside)
    try:
        board.state("Pay").click()
        page.keyboard.press("Delete")
        expect(alert).to_contain_text(f"{file} is gone")
        expect(bar.get_by_text("Not saved")).to_be_visible()
        bar.get_by_label("Workflow name").fill("Renamed")
        page.keyboard.press("Enter")
        expect(bar.get_by_label("Workflow name")).to_have_value("Renamed")
        assert board.states() == {"Done"}
        assert board.root.evaluate("canvas => canvas.isTheSame")
        assert not file.exists()
    finally:
        aside.rename(file)
    expect(bar.get_by_text("cloud_done")).to_be_visible()
    expect(alert).to_have_count(0)
    assert board.states() == {"Done"}
    assert board.root.evaluate("canvas => canvas.isTheSame")
    assert "Pay" not in kept(database, id)
    assert taken(database, id).name == "Renamed"
