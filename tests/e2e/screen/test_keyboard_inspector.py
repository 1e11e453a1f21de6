"""From the flow into the inspector and back, by keyboard."""

from __future__ import annotations

import json

import pytest
from board import Board
from playwright.sync_api import Page, expect
from shelving import shelve
from tooling import needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

FLOW = json.dumps({"StartAt": "Pay", "States": {"Pay": {"Type": "Wait", "Seconds": 90, "End": True}}})


def test_enter_leads_into_the_settings_and_escape_back(page: Page, designer: str, database: str) -> None:
    board = Board(page).open(f"{designer}/?lang=en&workflow={shelve(database, FLOW)}")
    board.select("Pay")
    name = page.locator(".st-key-inspector").get_by_label("Name", exact=True)
    expect(name).to_be_visible()
    page.keyboard.press("Enter")
    expect(name).to_be_focused()
    page.keyboard.press("Escape")
    assert board.focused() == "Pay"
    assert board.selected() == {"Pay"}
